import { z } from "zod";
import { agentSettings } from "../agents/settings.ts";
import { hedgerSettings } from "../hedger/settings.ts";
import { lendingSettings } from "../lending/settings.ts";
import { marketSettings } from "../market/settings.ts";
import { mempoolSettings } from "../mempool/settings.ts";
import { drawnFragments } from "./drawn-settings.ts";
import { poolSettings } from "./pool-settings.ts";
import { runSettings } from "./run-settings.ts";

/** Every room's fragment of a run's settings. */
export const fragments = {
  pool: poolSettings,
  market: marketSettings,
  lending: lendingSettings,
  mempool: mempoolSettings,
  agents: agentSettings,
  hedger: hedgerSettings,
  run: runSettings,
} as const;

type DrawnKind = keyof typeof drawnFragments;

/** Rooms of settings: those of every run, and `process` where prices are drawn from a law. */
export type Room = keyof typeof fragments | "process";

export const rooms: readonly Room[] = [...(Object.keys(fragments) as Room[]), "process"];

/** One setting, as help and messages show it. */
export interface SettingField {
  /** Room and name, such as `market.cost`. */
  readonly key: string;
  readonly room: Room;
  readonly name: string;
  readonly type: "number" | "integer" | "boolean" | "string";
  /** What it says, its unit in brackets at the end. */
  readonly description: string;
  readonly default: string | number | boolean;
  /** In words, such as `a number from 0 to 0.05`. */
  readonly allowed: string;
}

/** What of a JSON Schema is used here. */
interface Property {
  readonly type: SettingField["type"];
  readonly description?: string;
  readonly default: string | number | boolean;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

/** The settings of every run, room by room. */
export const settingFields: readonly SettingField[] = (Object.keys(fragments) as (keyof typeof fragments)[]).flatMap((room) =>
  fieldsOf(room, fragments[room]),
);

/** The settings of drawn prices, as `process.…`, by kind of law. */
export const drawnFields: Readonly<Record<DrawnKind, readonly SettingField[]>> = {
  gbm: fieldsOf("process", drawnFragments.gbm),
  merton: fieldsOf("process", drawnFragments.merton),
  kou: fieldsOf("process", drawnFragments.kou),
  hawkes: fieldsOf("process", drawnFragments.hawkes),
  heston: fieldsOf("process", drawnFragments.heston),
  "block-bootstrap": fieldsOf("process", drawnFragments["block-bootstrap"]),
};

/** The settings of a fragment; the range in words is derived from the schema that checks it. */
function fieldsOf(room: Room, fragment: z.ZodType): SettingField[] {
  const properties = (z.toJSONSchema(fragment, { io: "input" }).properties ?? {}) as Readonly<Record<string, Property>>;
  return Object.entries(properties).map(([name, property]) => ({
    key: `${room}.${name}`,
    room,
    name,
    type: property.type,
    description: property.description ?? "",
    default: property.default,
    allowed: allowedInWords(property),
  }));
}

function allowedInWords(property: Property): string {
  if (property.enum !== undefined) return property.enum.join(" or ");
  if (property.type === "boolean") return "true or false";
  if (property.type === "string") return "text";
  const what = property.type === "integer" ? "a whole number" : "a number";
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = property;
  const low = minimum !== undefined ? ` from ${minimum}` : exclusiveMinimum !== undefined ? ` above ${exclusiveMinimum}` : "";
  const high = maximum !== undefined ? ` to ${maximum}` : exclusiveMaximum !== undefined ? ` below ${exclusiveMaximum}` : "";
  return minimum === undefined && low !== "" && maximum !== undefined ? `${what}${low}, up to ${maximum}` : what + low + high;
}

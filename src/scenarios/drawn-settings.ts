import { z } from "zod";
import { processSettings, type ProcessSettings } from "../market/processes/process-settings.ts";

/** Where a drawn path begins and how long it lasts. */
const shape = {
  start: z.number().min(0.01).max(1_000_000).default(200).describe("price at the start (quote per base)"),
  days: z.number().min(0.0001).max(3_650).default(1).describe("length of the path (days)"),
};

/** Of a law's settings, what the scenario says and no user: which law it is, and recorded prices. */
const OF_THE_SCENARIO: readonly string[] = ["kind", "prices", "secondsApart"];

/** A path that is drawn from a law: its start, its length, and the settings of the law. */
export interface DrawnSettings {
  readonly start: number;
  readonly days: number;
  readonly law: ProcessSettings;
}

/** What of a drawn path a user can set, as `process.…`: start, length, and the law's own settings; by kind of law. */
export const drawnFragments: Readonly<Record<ProcessSettings["kind"], z.ZodObject>> = {
  gbm: fragmentOf("gbm"),
  merton: fragmentOf("merton"),
  kou: fragmentOf("kou"),
  hawkes: fragmentOf("hawkes"),
  heston: fragmentOf("heston"),
  "block-bootstrap": fragmentOf("block-bootstrap"),
};

function fragmentOf(kind: ProcessSettings["kind"]): z.ZodObject {
  const law = processSettings.options.find((each) => each.shape.kind.value === kind);
  const own = Object.entries(law?.shape ?? {}).filter(([name]) => !OF_THE_SCENARIO.includes(name));
  return z.strictObject({ ...shape, ...Object.fromEntries(own) });
}

/** @param given checked values of `drawnFragments`, complete */
export function drawnSettings(law: ProcessSettings, given: Readonly<Record<string, unknown>>): DrawnSettings {
  const { start, days, ...own } = given;
  return { start: Number(start), days: Number(days), law: { ...law, ...own } };
}

import type { AgentSettings } from "../agents/settings.ts";
import { InputError } from "../core/errors.ts";
import type { HedgerSettings } from "../hedger/settings.ts";
import type { MarketSettings } from "../market/settings.ts";
import type { MempoolSettings } from "../mempool/settings.ts";
import { nearestName } from "./nearest-name.ts";
import type { PoolSettings } from "./pool-settings.ts";
import type { RunSettings } from "./run-settings.ts";
import type { Scenario } from "./scenario.ts";
import { fragments, settingFields } from "./setting-fields.ts";
import type { Room, SettingField } from "./setting-fields.ts";

/** Every setting of a run, by room. */
export interface Settings {
  readonly pool: PoolSettings;
  readonly market: MarketSettings;
  readonly mempool: MempoolSettings;
  readonly agents: AgentSettings;
  readonly hedger: HedgerSettings;
  readonly run: RunSettings;
}

/** Settings by full name such as `market.cost`: text as on a command line, or typed values; or typed values by room. */
export type Overrides = ReadonlyMap<string, string> | Readonly<Record<string, unknown>>;

const rooms = Object.keys(fragments) as Room[];

/**
 * All settings of a run: a room's default, unless the scenario sets another, unless the user does.
 *
 * @throws InputError for a key that does not exist (with the nearest that does), a value of the wrong type or out of range (with the range), and recorded
 * liquidity where the scenario has no recorded pool
 */
export function resolveSettings(scenario: Pick<Scenario, "name" | "defaults" | "recordedPool">, overrides: Overrides = {}): Settings {
  const given = flatOverrides(overrides);
  const byRoom: Record<Room, Record<string, unknown>> = { pool: {}, market: {}, mempool: {}, agents: {}, hedger: {}, run: {} };
  for (const room of rooms) if (room !== "run") Object.assign(byRoom[room], scenario.defaults[room]);
  for (const [key, value] of given) {
    if (value === undefined) continue;
    const field = fieldOf(key);
    byRoom[field.room][field.name] = typed(field, value);
  }
  const settings: Settings = {
    pool: fragments.pool.parse(byRoom.pool),
    market: fragments.market.parse(byRoom.market),
    mempool: fragments.mempool.parse(byRoom.mempool),
    agents: fragments.agents.parse(byRoom.agents),
    hedger: fragments.hedger.parse(byRoom.hedger),
    run: fragments.run.parse(byRoom.run),
  };
  if (settings.pool.liquidity === "recorded" && scenario.recordedPool === null)
    throw new InputError("SETTING_NEEDS_RECORDED_POOL", `the scenario ${scenario.name} has no recorded pool`, {
      value: "pool.liquidity=recorded",
      allowed: "pool.liquidity=fixed",
    });
  refuseWideOptions(settings.hedger);
  return settings;
}

/** Beyond so many standard deviations to expiry, rounding in the price of an option outgrows what identity 1 allows. */
const WIDEST = 4;

function refuseWideOptions({ impliedVolatility, expiryDays }: HedgerSettings): void {
  const deviations = impliedVolatility * Math.sqrt(expiryDays / 365);
  if (deviations <= WIDEST) return;
  throw new InputError("SETTING_OUT_OF_RANGE", "hedger.impliedVolatility and hedger.expiryDays are out of range together", {
    value: `${impliedVolatility} a year over ${expiryDays} days, ${deviations.toFixed(1)} standard deviations`,
    allowed: `at most ${WIDEST}: volatility times the square root of the years to expiry`,
  });
}

/** Every setting by its full name, in the order of the rooms. */
export function flattenSettings(settings: Settings): Readonly<Record<string, string | number | boolean>> {
  const values = settings as unknown as Readonly<Record<Room, Readonly<Record<string, string | number | boolean>>>>;
  return Object.fromEntries(settingFields.map(({ key, room, name }) => [key, values[room][name] ?? ""]));
}

/** What help says of every setting; with a scenario, its own defaults. */
export function describeSettings(scenario?: Pick<Scenario, "defaults">): readonly SettingField[] {
  return settingFields.map((field) => {
    const own =
      field.room === "run" ? undefined : (scenario?.defaults[field.room] as Readonly<Record<string, unknown>> | undefined)?.[field.name];
    return own === undefined ? field : { ...field, default: own as SettingField["default"] };
  });
}

function flatOverrides(overrides: Overrides): [string, unknown][] {
  const entries: Iterable<[string, unknown]> =
    overrides instanceof Map ? (overrides as ReadonlyMap<string, string>) : Object.entries(overrides);
  return [...entries].flatMap(([key, value]): [string, unknown][] =>
    rooms.includes(key as Room) && typeof value === "object" && value !== null
      ? Object.entries(value).map(([name, inner]) => [`${key}.${name}`, inner])
      : [[key, value]],
  );
}

function fieldOf(key: string): SettingField {
  const field = settingFields.find((each) => each.key === key);
  if (field !== undefined) return field;
  const keys = settingFields.map((each) => each.key);
  // A name without its room, or with the wrong one, is meant for the room that has it.
  const name = key.slice(key.lastIndexOf(".") + 1);
  const near = settingFields.find((each) => each.name === name)?.key ?? nearestName(key, keys);
  const room = key.slice(0, key.indexOf("."));
  const here = settingFields.filter((each) => each.room === room).map((each) => each.key);
  throw new InputError("SETTING_UNKNOWN", `there is no setting ${key}; did you mean ${near}?`, {
    value: key,
    allowed: here.length > 0 ? here.join(", ") : rooms.map((each) => `${each}.…`).join(", "),
  });
}

/** A value as its field wants it; text is read as the field's type. */
function typed(field: SettingField, value: unknown): unknown {
  const isNumeric = field.type === "number" || field.type === "integer";
  const read =
    typeof value === "string" && isNumeric
      ? numberOf(value)
      : typeof value === "string" && field.type === "boolean"
        ? value === "true"
        : value;
  const found = fragments[field.room].safeParse({ [field.name]: read });
  if (found.success) return read;
  const code = found.error.issues[0]?.code;
  const isRange = code === "too_small" || code === "too_big";
  throw new InputError(
    isRange ? "SETTING_OUT_OF_RANGE" : "SETTING_INVALID",
    isRange ? `the setting ${field.key} is out of range` : `the setting ${field.key} has a value that it cannot have`,
    { value: String(value), allowed: field.allowed },
  );
}

/** Plain decimal numbers only: no hexadecimal, no blanks, no infinity. Other text is left as it is, for the schema to refuse. */
function numberOf(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

import type { AgentSettings } from "../agents/settings.ts";
import { InputError } from "../core/errors.ts";
import type { HedgerSettings } from "../hedger/settings.ts";
import type { LendingSettings } from "../lending/settings.ts";
import type { MarketSettings } from "../market/settings.ts";
import type { MempoolSettings } from "../mempool/settings.ts";
import { type DrawnSettings, drawnFragments, drawnSettings } from "./drawn-settings.ts";
import { equityScenarios } from "./equity-scenarios.ts";
import { flatOverrides, type Overrides } from "./flat-overrides.ts";
import { nearestName } from "./nearest-name.ts";
import type { PoolSettings } from "./pool-settings.ts";
import type { RunSettings } from "./run-settings.ts";
import type { Scenario } from "./scenario.ts";
import { drawnFields, fragments, type Room, rooms, type SettingField, settingFields } from "./setting-fields.ts";

/** Every setting of a run, by room. */
export interface Settings {
  readonly pool: PoolSettings;
  readonly market: MarketSettings;
  readonly lending: LendingSettings;
  readonly mempool: MempoolSettings;
  readonly agents: AgentSettings;
  readonly hedger: HedgerSettings;
  readonly run: RunSettings;
  /** Null where the scenario's prices are recorded. */
  readonly process: DrawnSettings | null;
}

/** What of a scenario its settings depend on. */
type SettingsSource = Pick<Scenario, "name" | "defaults" | "recordedPool"> &
  Partial<Pick<Scenario, "market" | "from" | "to" | "volatility" | "halts">>;

const SECONDS_PER_DAY = 86_400;

/**
 * All settings of a run: a room's default, unless the scenario sets another, unless the user does.
 *
 * @throws InputError for a key that does not exist (with the nearest that does), a value of the wrong type or out of range (with the range), and recorded
 * liquidity where the scenario has no recorded pool
 */
export function resolveSettings(scenario: SettingsSource, overrides: Overrides = {}): Settings {
  const given = flatOverrides(overrides);
  const fields = describeSettings(scenario);
  const own: Record<Room, Record<string, unknown>> = {
    pool: {},
    market: {},
    lending: {},
    mempool: {},
    agents: {},
    hedger: {},
    run: {},
    process: {},
  };
  for (const { room, name, default: value } of fields) own[room][name] = value;
  for (const [key, value] of given) {
    const field = fieldOf(key, fields, scenario.name);
    own[field.room][field.name] = typed(field, value, scenario);
  }
  const { market } = scenario;
  const settings: Settings = {
    pool: fragments.pool.parse(own.pool),
    market: fragments.market.parse(own.market),
    lending: fragments.lending.parse(own.lending),
    mempool: fragments.mempool.parse(own.mempool),
    agents: fragments.agents.parse(own.agents),
    hedger: fragments.hedger.parse(own.hedger),
    run: fragments.run.parse(own.run),
    process: market?.kind === "process" ? drawnSettings(market.process, own.process) : null,
  };
  if (settings.pool.liquidity === "recorded" && scenario.recordedPool === null)
    throw new InputError("SETTING_NEEDS_RECORDED_POOL", `the scenario ${scenario.name} has no recorded pool`, {
      value: "pool.liquidity=recorded",
      allowed: "pool.liquidity=fixed",
    });
  if (settings.mempool.blockProcess === "sessions" && market?.kind !== "sessions")
    throw new InputError("SETTING_NEEDS_SESSIONS", `the market of ${scenario.name} never closes`, {
      value: "mempool.blockProcess=sessions",
      allowed: "mempool.blockProcess=poisson or mempool.blockProcess=fixed",
    });
  if (settings.hedger.volatilityMarks === "recorded" && (scenario.volatility ?? null) === null)
    throw new InputError("SETTING_NEEDS_INDEX", `there is no recorded volatility index beside ${scenario.name}`, {
      value: "hedger.volatilityMarks=recorded",
      allowed: "hedger.volatilityMarks=constant",
    });
  refuseUnrecordedHalts(settings.market, scenario);
  refuseWideOptions(settings.hedger);
  refuseTwoCrowds(settings.hedger);
  refuseAbsentMover(settings.hedger);
  refuseUnsafeDebts(settings.lending);
  return settings;
}

/** The lending market takes no position that it would liquidate at once. */
function refuseUnsafeDebts({ borrowers, riskiest, safest, liquidationRatio }: LendingSettings): void {
  if (borrowers === 0 || (riskiest > liquidationRatio && safest >= riskiest)) return;
  throw new InputError("SETTING_OUT_OF_RANGE", "lending.liquidationRatio, lending.riskiest and lending.safest do not go together", {
    value: `${liquidationRatio}, ${riskiest} and ${safest}`,
    allowed: "liquidationRatio below riskiest, and riskiest at most safest",
  });
}

/** @throws InputError for a book that is to move the market and is not there */
function refuseAbsentMover({ mover, desk, insurance }: HedgerSettings): void {
  const [isDeskless, isUninsured] = [mover === "desk" && desk === "none", mover === "insurer" && insurance === "none"];
  if (!isDeskless && !isUninsured) return;
  throw new InputError("MOVER_ABSENT", `the book ${mover} is to move the market, and there is none`, {
    value: `hedger.mover=${mover}`,
    allowed: isDeskless
      ? "hedger.desk=straddle, or another position, beside it"
      : "hedger.insurance=synthetic-put or hedger.insurance=cppi beside it",
  });
}

/** @throws InputError for halts as they were, where nobody has recorded them */
function refuseUnrecordedHalts({ circuitBreakers }: MarketSettings, { name, halts }: SettingsSource): void {
  if (circuitBreakers !== "recorded" || (halts ?? null) !== null) return;
  throw new InputError("SETTING_NEEDS_HALTS", `there is no record beside ${name} of when its market stood still`, {
    value: "market.circuitBreakers=recorded",
    allowed: `market.circuitBreakers=off or on; recorded with ${[...equityScenarios.keys()].join(", ")}`,
  });
}

/** @throws InputError where the crowd is said twice */
function refuseTwoCrowds({ crowd, crowdShare }: HedgerSettings): void {
  if (crowd === 1 || crowdShare === 0) return;
  throw new InputError("CROWD_TWICE", "hedger.crowd and hedger.crowdShare both say how many hedge alike", {
    value: `hedger.crowd=${crowd}, hedger.crowdShare=${crowdShare}`,
    allowed: "one of the two: hedger.crowd=1, or hedger.crowdShare=0",
  });
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
  const { process, ...common } = settings;
  const values = {
    ...common,
    process: process === null ? {} : { ...process.law, start: process.start, days: process.days },
  } as unknown as Readonly<Record<Room, Readonly<Record<string, string | number | boolean>>>>;
  const fields = process === null ? settingFields : [...settingFields, ...drawnFields[process.law.kind]];
  return Object.fromEntries(fields.map(({ key, room, name }) => [key, values[room][name] ?? ""]));
}

/** What help says of every setting; with a scenario, its own defaults, and those of its law where it has one. */
export function describeSettings(scenario?: Pick<SettingsSource, "defaults" | "market" | "from" | "to">): readonly SettingField[] {
  const common = settingFields.map((field) =>
    withDefault(field, field.room === "run" || field.room === "process" ? undefined : scenario?.defaults[field.room]),
  );
  const { market, from = 0, to = SECONDS_PER_DAY } = scenario ?? {};
  if (market?.kind !== "process") return common;
  const own = { ...market.process, start: market.start, days: (to - from) / SECONDS_PER_DAY };
  return [...common, ...drawnFields[market.process.kind].map((field) => withDefault(field, own))];
}

function withDefault(field: SettingField, own: object | undefined): SettingField {
  const value = (own as Readonly<Record<string, unknown>> | undefined)?.[field.name];
  return value === undefined ? field : { ...field, default: value as SettingField["default"] };
}

function fieldOf(key: string, fields: readonly SettingField[], scenario: string): SettingField {
  const field = fields.find((each) => each.key === key);
  if (field !== undefined) return field;
  const room = key.slice(0, key.indexOf("."));
  if (room === "process" && !fields.some((each) => each.room === "process"))
    throw new InputError("SETTING_UNKNOWN", `the prices of ${scenario} are recorded, not drawn, so it has no setting ${key}`, {
      value: key,
      allowed: rooms.flatMap((each) => (each === "process" ? [] : [`${each}.…`])).join(", "),
    });
  // A name without its room, or with the wrong one, is meant for the room that has it.
  const name = key.slice(key.lastIndexOf(".") + 1);
  const near =
    fields.find((each) => each.name === name)?.key ??
    nearestName(
      key,
      fields.map((each) => each.key),
    );
  const here = fields.filter((each) => each.room === room).map((each) => each.key);
  throw new InputError("SETTING_UNKNOWN", `there is no setting ${key}; did you mean ${near}?`, {
    value: key,
    allowed: here.length > 0 ? here.join(", ") : rooms.map((each) => `${each}.…`).join(", "),
  });
}

/** A value as its field wants it; text is read as the field's type. */
function typed(field: SettingField, value: unknown, { market }: SettingsSource): unknown {
  const isNumeric = field.type === "number" || field.type === "integer";
  const read =
    typeof value === "string" && isNumeric
      ? numberOf(value)
      : typeof value === "string" && field.type === "boolean"
        ? truthOf(value)
        : value;
  const fragment =
    field.room === "process" ? (market?.kind === "process" ? drawnFragments[market.process.kind] : null) : fragments[field.room];
  const found = fragment?.safeParse({ [field.name]: read });
  if (found?.success === true) return read;
  const code = found?.error.issues[0]?.code;
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

function truthOf(text: string): boolean | string {
  return text === "true" ? true : text === "false" ? false : text;
}

import { checkSeed } from "../../core/check-seed.ts";
import { InputError } from "../../core/errors.ts";
import type { SettingValue } from "../../core/sweep-summary.ts";
import { isKnown } from "../../scenarios/find-scenario.ts";
import { flatOverrides, type Overrides } from "../../scenarios/flat-overrides.ts";
import { endOf } from "../../scenarios/path-drawer.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { flattenSettings, resolveSettings, type Settings } from "../../scenarios/settings.ts";
import { KERNEL_BOOKS } from "../kernel/kernel-columns.ts";
import { booksOf } from "./books-of.ts";
import { checkDesk } from "./check-desk.ts";
import { expectedBlocks } from "./expected-blocks.ts";
import { checkPart, hasPart } from "./kernel-part.ts";
import { stepWeight } from "./step-weight.ts";
import type { PlanCell, SweepAxis, SweepEngine, SweepPlan } from "./plan.ts";

/** Most paths of a cell, and most cells. */
const MOST_PATHS = 1_000_000_000;
const MOST_CELLS = 1_000;
/** Block steps in a chunk, a tenth of a second of work or two; and rows, which bounds the memory that a chunk takes. */
const STEPS_PER_CHUNK: Readonly<Record<SweepEngine, number>> = { kernel: 500_000, twin: 4_000 };
const ROWS_PER_CHUNK = 20_000;

/** What a sweep is asked for. Axis values may be text, as on a command line. */
export interface SweepRequest {
  readonly scenario: Scenario;
  /** The kernel when absent. */
  readonly engine?: SweepEngine;
  readonly seed: number;
  readonly paths: number;
  readonly axes: readonly { readonly key: string; readonly values: readonly unknown[] }[];
  readonly set: Overrides;
}

/**
 * A sweep as it will be run: every cell's settings resolved and checked before the first path is drawn.
 *
 * @throws InputError for a number of paths out of range, an axis or setting that does not exist, cannot have a value or has no part in a sweep, an axis that
 *   is set elsewhere too, too many cells, a cell without blocks, a desk that cannot be sized
 */
export function planSweep({ scenario, engine = "kernel", seed, paths, axes, set }: SweepRequest): SweepPlan {
  checkSeed(seed);
  if (!Number.isSafeInteger(paths) || paths < 1 || paths > MOST_PATHS)
    throw new InputError("PATHS_INVALID", "the number of paths is out of range", { value: String(paths), allowed: `1 to ${MOST_PATHS}` });
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_CELLS)
    throw new InputError("AXES_TOO_MANY_CELLS", `the axes have ${count} cells`, {
      value: axes.map(({ key, values }) => `${key}: ${values.length}`).join(", "),
      allowed: `at most ${MOST_CELLS}`,
    });
  const common = flatOverrides(set);
  // Unknown names and bad values are told before a name that has no part.
  resolveSettings(scenario, set);
  for (const [key] of common) checkPart(engine, key);
  const taken = axes.find(({ key }) => common.has(key));
  if (taken !== undefined)
    throw new InputError("AXIS_REPEATED", `${taken.key} is an axis and a setting`, { value: taken.key, allowed: "one of the two" });

  const cells = positionsOf(axes.map(({ values }) => values.length)).map((position): PlanCell => {
    const own = axes.map(({ key, values }, axis) => [key, values[position[axis] ?? 0]] as const);
    const settings = resolveSettings(scenario, Object.fromEntries([...common, ...own]));
    const flat = flattenSettings(settings);
    return { at: axes.map(({ key }) => flat[key] ?? ""), settings };
  });
  for (const { key } of axes) checkPart(engine, key);
  const typed = axes.map(({ key, values }, axis): SweepAxis => ({ key, values: valuesAlong(cells, axis, key, values) }));
  for (const { settings } of cells) {
    checkBlocks(scenario, settings);
    checkPolicy(engine, scenario, settings);
    checkDesk(settings.hedger);
  }
  const isAxis = new Set(axes.map(({ key }) => key));
  const flat = Object.entries(flattenSettings(cells[0]!.settings)).filter(([key]) => hasPart(engine, key) && !isAxis.has(key));
  const { name, title, what, source, thoughtExperiment, from, to, market, halts, volatility } = scenario;
  return {
    scenario: { name, title, what, source, thoughtExperiment },
    source: { name, from, to, market, halts, volatility },
    ownScenario: isOwn(scenario, engine),
    engine,
    seed,
    paths,
    axes: typed,
    cells,
    books: KERNEL_BOOKS.filter((book) => cells.some(({ settings }) => booksOf(settings).includes(book))),
    settings: Object.fromEntries(flat),
    pathsPerChunk: chunkSize(scenario, cells, engine),
  };
}

/**
 * Whether a scenario is a user's own. Gas prices are functions, which no other thread can be handed.
 *
 * @throws InputError `SWEEP_OWN_GAS` for one that brings recorded gas prices or a recorded pool to the engine
 */
function isOwn(scenario: Scenario, engine: SweepEngine): boolean {
  if (isKnown(scenario.name)) return false;
  if (engine === "kernel" || (scenario.gas === null && scenario.recordedPool === null)) return true;
  throw new InputError(
    "SWEEP_OWN_GAS",
    `the scenario ${scenario.name} brings gas prices or a pool of its own, which a sweep of the engine cannot take`,
    {
      value: scenario.name,
      allowed: "gas: null and recordedPool: null, with mempool.floorGwei and mempool.bidSpreadGwei",
    },
  );
}

/** Every combination of places along axes of these lengths, the last running fastest. */
function positionsOf(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (found, length) => found.flatMap((position) => Array.from({ length }, (_, place) => [...position, place])),
    [[]],
  );
}

/** An axis's values as its setting has them. */
function valuesAlong(cells: readonly PlanCell[], axis: number, key: string, written: readonly unknown[]): readonly SettingValue[] {
  const values = [...new Set(cells.map(({ at }) => at[axis] ?? ""))];
  if (values.length === written.length) return values;
  throw new InputError("AXIS_REPEATED", `the axis ${key} has a value twice`, {
    value: written.map(String).join(","),
    allowed: "each value once",
  });
}

/** The kernel knows no sessions, only days. */
function checkPolicy(engine: SweepEngine, { market }: Scenario, { hedger }: Settings): void {
  if (engine === "twin" || hedger.policy !== "at-the-close" || market.kind !== "sessions") return;
  throw new InputError("POLICY_WITHOUT_PART", "a sweep of the kernel knows no sessions, and so no close to hedge at", {
    value: "hedger.policy=at-the-close",
    allowed: "another policy, or the engine twin",
  });
}

function checkBlocks(scenario: Scenario, settings: Settings): void {
  if (expectedBlocks(scenario, settings) >= 1) return;
  throw new InputError("RUN_WITHOUT_BLOCKS", `no block falls into the scenario's time`, {
    value: `mempool.blockSeconds=${settings.mempool.blockSeconds}`,
    allowed: `at most ${endOf(scenario, settings.process) - scenario.from}, its length in seconds`,
  });
}

function chunkSize(scenario: Scenario, cells: readonly PlanCell[], engine: SweepEngine): number {
  const steps = cells.reduce((sum, { settings }) => sum + expectedBlocks(scenario, settings) * stepWeight(engine, settings.hedger), 0);
  return Math.max(1, Math.min(Math.round(STEPS_PER_CHUNK[engine] / steps), Math.floor(ROWS_PER_CHUNK / cells.length)));
}

import { InputError } from "./core/errors.ts";
import type { Counterfactual, MevResult } from "./core/mev-result.ts";
import type { CrashResult } from "./core/result.ts";
import { type CrashOptions, watchCrash } from "./crash.ts";
import { compareRuns } from "./engine/mev/compare-runs.ts";
import { MevRecorder } from "./engine/mev/mev-recorder.ts";
import type { Ordering } from "./mempool/ordering/ordering.ts";
import { DEFAULT_SCENARIO, findScenario } from "./scenarios/find-scenario.ts";
import { flatOverrides } from "./scenarios/flat-overrides.ts";
import { mevSettings, protectionOf, removalOf } from "./scenarios/mev-settings.ts";
import type { Scenario } from "./scenarios/scenario.ts";

export interface MevOptions extends CrashOptions {
  /** Taken out in a second run of each seed, to see what it did: `sandwich`, `back-run`, `cross-pool`, `arbitrage`, `competition`, `liquidation` or `congestion`. */
  readonly without?: string;
  /** What traders do to protect themselves, against the same run without: `private`, or `slippage=` and a share. */
  readonly protect?: string;
  /** Over how many seeds the two are compared, from the run's own on; 5 when absent. */
  readonly seeds?: number;
  /** Called before each run of a comparison. */
  readonly onRun?: (run: number, runs: number) => void;
}

/** A run with searchers at work: what it says of the crash, and what it says of extraction. */
export interface MevRun {
  readonly crash: CrashResult;
  readonly mev: MevResult;
}

const MOST_SEEDS = 1_000;

/**
 * Runs a crash with searchers of every kind at work, unless the settings say otherwise, and accounts for what they took: what `npx hardhat crash mev` does.
 * Comparisons are run on the twin.
 *
 * @throws what `runCrash` throws, and InputError for what cannot be taken out or protected, or for both at once
 */
export async function runMev(options: MevOptions = {}): Promise<MevRun> {
  const { scenario: wanted = DEFAULT_SCENARIO, without, protect, seeds = 5, seed = 1 } = options;
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > MOST_SEEDS)
    throw new InputError("SEEDS_INVALID", "the number of seeds is no whole number in range", {
      value: String(seeds),
      allowed: `1 to ${MOST_SEEDS}`,
    });
  if (without !== undefined && protect !== undefined)
    throw new InputError("MEV_COMPARISON", "a run is compared with one other at a time", {
      value: `without ${without}, protect ${protect}`,
      allowed: "one of the two",
    });
  const scenario = typeof wanted === "string" ? findScenario(wanted) : wanted;
  const common = { ...mevSettings(scenario), ...Object.fromEntries(flatOverrides(options.set ?? {})) };
  const set = protect === undefined ? common : { ...common, ...protectionOf(protect) };
  const other = without === undefined ? (protect === undefined ? null : common) : { ...common, ...removalOf(without) };
  const run = await runOnce(options, scenario, set);
  if (other === null) return run;
  const list = Array.from({ length: seeds }, (_, i) => seed + i);
  const runs = async (which: Readonly<Record<string, unknown>>, first: number): Promise<readonly MevRun[]> => {
    const done: MevRun[] = [];
    for (const [i, each] of list.entries()) {
      options.onRun?.(first + i, 2 * seeds);
      done.push(await runOnce({ ...options, seed: each, engine: "twin" }, scenario, which));
    }
    return done;
  };
  const [withIt, withoutIt] = [await runs(set, 1), await runs(other, seeds + 1)];
  const counterfactual: Counterfactual = {
    without: without ?? `protection: ${protect ?? ""}`,
    seeds,
    differences: compareRuns(
      withIt.map(({ mev }) => mev),
      withoutIt.map(({ mev }) => mev),
    ),
  };
  return { ...run, mev: { ...run.mev, counterfactual } };
}

async function runOnce(options: CrashOptions, scenario: Scenario, set: Readonly<Record<string, unknown>>): Promise<MevRun> {
  const recorder = new MevRecorder();
  const crash = await watchCrash({ ...options, scenario, set }, recorder);
  return { crash, mev: mevResult(crash, recorder, options.ordering) };
}

/** What a run says of extraction, by who watched it. */
export function mevResult(crash: CrashResult, recorder: MevRecorder, ordering?: Ordering): MevResult {
  const { name, title, what, thoughtExperiment } = crash.scenario;
  const { seed, settings, identities } = crash;
  return {
    schemaVersion: 1,
    scenario: { name, title, what, thoughtExperiment },
    seed,
    settings,
    ordering: ordering?.name ?? String(settings["mempool.ordering"]),
    identities,
    gap: crash.pool.gap,
    counterfactual: null,
    ...recorder.report(),
  };
}

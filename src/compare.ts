import type { ComparedScenario, ComparedSystem, Comparison } from "./core/comparison.ts";
import { checkSeed } from "./core/check-seed.ts";
import { InputError } from "./core/errors.ts";
import type { CrashResult } from "./core/result.ts";
import { type CrashOptions, runCrash } from "./crash.ts";
import { betweenRuns } from "./ledger/comparison/between-runs.ts";
import { comparedScenario } from "./ledger/comparison/compared-scenario.ts";
import { comparedSystem, type LoopOutcome } from "./ledger/comparison/compared-system.ts";
import { answerOf } from "./ledger/findings/compare/answer.ts";
import { comparisonFindings } from "./ledger/findings/compare/comparison-findings.ts";
import { findScenario } from "./scenarios/find-scenario.ts";
import { type LoopSystem, loopSystems, sharedSettings } from "./scenarios/loop-systems.ts";
import { flatOverrides } from "./scenarios/flat-overrides.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { resolveSettings } from "./scenarios/settings.ts";
import { type Shock, shockScenario } from "./scenarios/shock-scenario.ts";

export interface CompareOptions extends Omit<CrashOptions, "scenario" | "ordering"> {
  /** Two scenarios by name, or of your own; Black Thursday and Black Monday when absent. */
  readonly scenarios?: readonly (string | Scenario)[];
  /** Over how many seeds each is run, from `seed` on; 10 when absent. Intervals want three. */
  readonly seeds?: number;
  /** Called before each run, from 1 on. */
  readonly onRun?: (run: number, runs: number) => void;
}

/** What is compared when nobody says anything. */
export const DEFAULT_PAIR = ["black-thursday-2020", "black-monday-1987"] as const;

const MOST_SEEDS = 1_000;
/** A fall of the systems has so many blocks, or as many as the shorter run. */
const SHOCK_BLOCKS = 400;
/** A fall that is smaller is made so large, as a log. */
const LEAST_FALL = 0.02;
/** What a block may take, in seconds. */
const [SHORTEST_BLOCK, LONGEST_BLOCK] = [1, 86_400];

/**
 * Runs two crashes over the same seeds, and beside each what feeds a fall of its size and what leans against it: what `npx hardhat crash compare` does. The scenarios are
 * run on the twin unless the chain is asked for, the systems always on the twin.
 *
 * @throws what `runCrash` throws, and InputError for anything but two different scenarios, for a number of seeds out of range, and for a market that answers, as the path would no
 *   longer be the recorded one
 */
export async function runCompare(options: CompareOptions = {}): Promise<Comparison> {
  const { seed = 1, seeds = 10, onRun, onBlock, signal } = options;
  const set = { ...ownSettings, ...Object.fromEntries(flatOverrides(options.set ?? {})) };
  const [first, second] = pairOf(options.scenarios ?? DEFAULT_PAIR);
  checkSeeds(checkSeed(seed), seeds);
  for (const scenario of [first, second]) checkMarket(scenario, resolveSettings(scenario, set).market.permanentImpact);
  const list = Array.from({ length: seeds }, (_, i) => seed + i);
  const runs = 2 * seeds * (1 + loopSystems.length);
  let begun = 0;
  const counted = async <T>(run: () => Promise<T>): Promise<T> => {
    begun += 1;
    onRun?.(begun, runs);
    return run();
  };
  const common = { ...(onBlock === undefined ? {} : { onBlock }), ...(signal === undefined ? {} : { signal }) };
  const runsOf = async (scenario: Scenario): Promise<[CrashResult, ...CrashResult[]]> => {
    const { engine = "twin", network } = options;
    const where = { engine, ...(network === undefined ? {} : { network }) };
    const one = (each: number): Promise<CrashResult> => counted(() => runCrash({ ...common, ...where, scenario, set, seed: each }));
    return inTurn([seed, ...list.slice(1)], one);
  };
  const [one, other] = [await runsOf(first), await runsOf(second)];
  const blocks = Math.min(SHOCK_BLOCKS, one[0].crash.blocks, other[0].crash.blocks);
  const complete = async (all: [CrashResult, ...CrashResult[]]): Promise<ComparedScenario> => {
    const compared = comparedScenario(all);
    const shock = shockOf(compared, blocks);
    const loop = ({ settings }: LoopSystem): Promise<readonly LoopOutcome[]> =>
      inTurn([seed, ...list.slice(1)], (each) => counted(() => loopOf(shock, each, settings, common)));
    return { ...compared, systems: await systemsOf(loop) };
  };
  const scenarios = apart([await complete(one), await complete(other)]);
  const between = betweenRuns(one, other);
  const findings = comparisonFindings({ scenarios, between });
  const shock = { blocks, settings: sharedSettings };
  return { schemaVersion: 1, seed, seeds, shock, scenarios, between, findings, answer: answerOf(findings) };
}

/** What is run beside the books that are always there: a portfolio insurer. */
const ownSettings = { "hedger.insurance": "synthetic-put" } as const;

/** @throws InputError for anything but two different scenarios that exist */
function pairOf(wanted: readonly (string | Scenario)[]): readonly [Scenario, Scenario] {
  const [one, other, ...more] = wanted.map((each) => (typeof each === "string" ? findScenario(each) : each));
  const named = wanted.map((each) => (typeof each === "string" ? each : each.name)).join(" ");
  const allowed = "two scenarios, such as black-thursday-2020 black-monday-1987";
  if (one === undefined || other === undefined || more.length > 0)
    throw new InputError("COMPARE_TWO", "a comparison is of two scenarios", { value: named, allowed });
  if (one.name === other.name)
    throw new InputError("COMPARE_SAME", "a scenario is not compared with itself; its seeds are what differs in `crash sweep`", {
      value: named,
      allowed,
    });
  return [one, other];
}

function checkSeeds(seed: number, seeds: number): void {
  if (Number.isInteger(seeds) && seeds >= 1 && seeds <= MOST_SEEDS && Number.isSafeInteger(seed + seeds)) return;
  throw new InputError("SEEDS_INVALID", "the number of seeds is no whole number in range", {
    value: String(seeds),
    allowed: `1 to ${MOST_SEEDS}`,
  });
}

function checkMarket({ name }: Scenario, impact: number): void {
  if (impact === 0) return;
  throw new InputError(
    "COMPARE_MARKET",
    `the market of ${name} would answer, and its path would no longer be the scenario's; systems in a market that answers are run beside`,
    {
      value: `market.permanentImpact=${impact}`,
      allowed: "market.permanentImpact=0",
    },
  );
}

/** A fall as deep and as long as the scenario's, with its volatility. */
function shockOf(compared: Pick<ComparedScenario, "fall" | "secondsToLow" | "volatilityPerDay">, blocks: number): Shock {
  const { fall, secondsToLow, volatilityPerDay } = compared;
  const blockSeconds = Math.min(LONGEST_BLOCK, Math.max(SHORTEST_BLOCK, Math.round(secondsToLow.value / blocks)));
  return { blocks, blockSeconds, fall: Math.max(LEAST_FALL, fall.value), volatilityPerDay: volatilityPerDay.value };
}

async function loopOf(
  shock: Shock,
  seed: number,
  own: LoopSystem["settings"],
  common: Pick<CrashOptions, "onBlock" | "signal">,
): Promise<LoopOutcome> {
  const set = { ...sharedSettings, "mempool.blockSeconds": shock.blockSeconds, "run.blocks": shock.blocks, ...own };
  try {
    const { loop } = await runCrash({ ...common, scenario: shockScenario(shock, seed), seed, engine: "twin", set });
    if (loop === null) throw new RangeError("nobody moves the market of a system");
    return loop;
  } catch (error) {
    if (error instanceof InputError && error.code === "IMPACT_OUT_OF_SIGHT") return "out-of-sight";
    throw error;
  }
}

async function systemsOf(loop: (system: LoopSystem) => Promise<readonly LoopOutcome[]>): Promise<readonly ComparedSystem[]> {
  const alone = await loop(loopSystems[0]);
  const others = await inTurn(loopSystems.slice(1) as [LoopSystem, ...LoopSystem[]], async (each) =>
    comparedSystem(each, await loop(each), alone),
  );
  return [comparedSystem(loopSystems[0], alone, null), ...others];
}

/** Two scenarios whose titles begin alike are called by their names. */
function apart(scenarios: readonly ComparedScenario[]): readonly ComparedScenario[] {
  if (new Set(scenarios.map(({ short }) => short)).size === scenarios.length) return scenarios;
  return scenarios.map((each) => ({ ...each, short: each.name }));
}

/** One after the other. */
async function inTurn<S, T>([first, ...rest]: readonly [S, ...S[]], work: (each: S) => Promise<T>): Promise<[T, ...T[]]> {
  const done: [T, ...T[]] = [await work(first)];
  for (const each of rest) done.push(await work(each));
  return done;
}

import { setImmediate } from "node:timers/promises";
import type { NetworkManager } from "hardhat/types/network";
import { publishedFee, swapFee } from "./amm/swap-fee.ts";
import { firstLiquidity, minimumLiquidity } from "./amm/uniswap-v2.ts";
import { InputError } from "./core/errors.ts";
import { checkSeed } from "./core/check-seed.ts";
import type { CrashResult } from "./core/result.ts";
import { priceNumber } from "./core/units.ts";
import type { PoolState, TxKind } from "./core/words.ts";
import { assembleResult } from "./engine/assemble-result.ts";
import { crowdOf } from "./engine/crowd-of.ts";
import { intrabarRow } from "./engine/intrabar.ts";
import type { Run } from "./engine/run.ts";
import { runCrash as runLoop } from "./engine/run-crash.ts";
import type { Loop } from "./engine/loop-report-of.ts";
import type { Watcher } from "./engine/watcher.ts";
import type { World } from "./engine/world.ts";
import { yearsToExpiry } from "./hedger/years-to-expiry.ts";
import { INTRABAR_LEVELS } from "./market/bridge.ts";
import { gasLimitOf } from "./mempool/gas-schedule.ts";
import type { Ordering } from "./mempool/ordering/ordering.ts";
import type { PoolBinding } from "./venues/chain/pool-binding.ts";
import { ownPoolOf, withOwnFee } from "./own-pool-run.ts";
import { CRASH_NETWORK } from "./venues/chain/network.ts";
import { drawPath } from "./scenarios/draw-path.ts";
import { findScenario, DEFAULT_SCENARIO } from "./scenarios/find-scenario.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import type { Overrides } from "./scenarios/flat-overrides.ts";
import { flattenSettings, resolveSettings, type Settings } from "./scenarios/settings.ts";
import { endOf } from "./scenarios/path-drawer.ts";
import { openTwin, worldOf } from "./world-of.ts";

/** Blocks; some milliseconds on the twin. */
const BREATH = 100;

/** A pool of one's own may use so many times the gas of the published one. */
const ROOM_FOR_OWN = 4;

/** Where blocks are executed: the published bytecode on a local chain, or its twin without one. */
export type Engine = "chain" | "twin";

export interface CrashOptions {
  /** A scenario's name, or a scenario of your own; Black Thursday when absent. */
  readonly scenario?: string | Scenario;
  /** A safe integer; 1 when absent. */
  readonly seed?: number;
  /** Instead of the scenario's settings, by full name such as `market.cost`, or by room. */
  readonly set?: Overrides;
  /** The chain when absent. */
  readonly engine?: Engine;
  /** A pool of your own in the place of the published pair; on the chain alone. */
  readonly pool?: PoolBinding;
  /** A policy of your own for the order of blocks; that of `mempool.ordering` when absent. */
  readonly ordering?: Ordering;
  /** The network manager of the Hardhat runtime; the one of the project around you when absent. */
  readonly network?: NetworkManager;
  /** Called after every block. */
  readonly onBlock?: (block: number, blocks: number) => void;
  /** Ends the run early, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a crash, on the local chain unless the twin is asked for: what `npx hardhat crash` does, for tests and scripts.
 *
 * @throws InputError for an unknown scenario or setting and for a pool's fee that the chain does not have, IdentityError when the books do not balance
 */
export async function runCrash(options: CrashOptions = {}): Promise<CrashResult> {
  return watchCrash(options);
}

/** A venue that visitors can reach, and their desk. */
export type VisitedWorld = Required<Pick<World, "openVenue" | "visitors">>;

/**
 * The same, while somebody looks on, and visitors take part where they may.
 *
 * @throws what `runCrash` throws
 */
export async function watchCrash(options: CrashOptions, watcher?: Watcher, visited?: VisitedWorld): Promise<CrashResult> {
  const { scenario: wanted = DEFAULT_SCENARIO, seed = 1, set = {} } = options;
  checkSeed(seed);
  const scenario = typeof wanted === "string" ? findScenario(wanted) : wanted;
  const { pool, engine = "chain" } = options;
  const settings = resolveSettings(scenario, pool === undefined ? set : withOwnFee(set, pool));
  if (pool === undefined) checkFee(settings, engine);
  const own = pool === undefined ? undefined : ownPoolOf(pool, settings, engine);
  const openVenue = visited?.openVenue ?? (engine === "twin" ? openTwin : await chainOpener(options.network, pool));
  const hooks = { ...options, onBlock: breathing(options.onBlock) };
  const drawn = worldOf(scenario, settings, seed, drawPath(scenario, settings, seed), openVenue, hooks);
  const world: World = { ...drawn, ...(own === undefined ? {} : { ownPool: own }), ...visited };
  const run = await runLoop(world, watcher);
  return assembleResult(run, {
    scenario: describe(scenario, settings),
    seed,
    settings: flattenSettings(settings),
    lpShare: settings.pool.lpShare,
    soldVolatility: settings.hedger.impliedVolatility,
    taus: world.times.map((time) => yearsToExpiry(settings.hedger.expiryDays, time - (world.times[0] ?? 0))),
    intrabar: intrabarRows(scenario, settings, world),
    startPool: startState(world),
    ownPool: pool?.name ?? null,
    loop: loopOf(world, settings, run),
    record: settings.pool.liquidity === "recorded" ? scenario.recordedPool : null,
  });
}

/** The twin never waits for anything: every so many blocks, and at the end, others get their turn, so that whoever wants to stop the run is heard. */
function breathing(onBlock: CrashOptions["onBlock"]): NonNullable<World["onBlock"]> {
  return async (block, blocks) => {
    onBlock?.(block, blocks);
    if (block % BREATH === 0 || block === blocks) await setImmediate();
  };
}

/** The published pair's fee is in its bytecode. */
function checkFee({ pool }: Settings, engine: Engine): void {
  const { kept, whole } = swapFee(pool.fee);
  if (engine === "twin" || (kept === publishedFee.kept && whole === publishedFee.whole)) return;
  throw new InputError("FEE_NEEDS_TWIN", "the chain runs the published pair, whose fee is in its bytecode", {
    value: `pool.fee=${pool.fee}`,
    allowed: "pool.fee=0.003, or any other with the engine twin, or a pool of your own",
  });
}

async function chainOpener(given: NetworkManager | undefined, pool: PoolBinding | undefined): Promise<World["openVenue"]> {
  // The twin needs neither Hardhat nor ethers, so they load for the chain alone.
  const { openLocalChain } = await import("./venues/chain/open-local-chain.ts");
  const network = given ?? (await import("hardhat")).network;
  const limitOf = pool === undefined ? gasLimitOf : (kind: TxKind) => ROOM_FOR_OWN * gasLimitOf(kind);
  return (genesis) => openLocalChain(network, CRASH_NETWORK, genesis, limitOf, pool);
}

/** The scenario as the result carries it. */
function describe(scenario: Scenario, settings: Settings): CrashResult["scenario"] {
  const { name, title, what, source, resolution, from, era, flaggedBars, calibration } = scenario;
  const thoughtExperiment = thoughtExperimentOf(scenario, settings);
  const to = endOf(scenario, settings.process);
  return { name, title, what, source, resolution, from, to, era, thoughtExperiment, flaggedBars, calibration };
}

/** What in a run never was: the pool, and circuit breakers where they did not exist, which is anywhere but at the New York Stock Exchange since 8 April 2013. */
function thoughtExperimentOf({ thoughtExperiment, market, from }: Scenario, settings: Settings): string | null {
  const existed = market.kind === "sessions" && from >= Date.UTC(2013, 3, 8) / 1000;
  if (settings.market.circuitBreakers !== "on" || existed) return thoughtExperiment;
  const ours = "Circuit breakers at falls of 7, 13 and 20 % did not exist there: where they stop the market, this is a counterfactual.";
  return thoughtExperiment === null ? ours : `${thoughtExperiment} ${ours}`;
}

/** Where the reference market answers, what it is that answers. */
function loopOf({ prices }: World, { market, agents, hedger }: Settings, { statement }: Run): Loop | null {
  if (market.permanentImpact === 0) return null;
  const carriers = agents.arbitrageurs + agents.backRunners + agents.sandwichers;
  const capital = statement.find(({ book }) => book === "lp")?.startCapital ?? NaN;
  const crowd = crowdOf(hedger, market, capital);
  return { path: prices.map(priceNumber), impact: market.permanentImpact / market.depth, isArbitraged: carriers > 0, crowd };
}

/** The three variances inside the bars, as multiples of the one that is set; none where the path has no bars. */
function intrabarRows(scenario: Scenario, settings: Settings, world: World): CrashResult["intrabar"] {
  // Where the market answers, a path is not known before it is traded.
  if (settings.market.permanentImpact > 0) return [];
  if (scenario.market.kind !== "bars" && scenario.market.kind !== "sessions") return [];
  return (["low", "default", "high"] as const).map((level) => {
    const setting = INTRABAR_LEVELS[level] * settings.market.intrabarVariance;
    const { prices } = drawPath(scenario, settings, world.seed, setting);
    return intrabarRow(world, startState(world), { level, setting, prices });
  });
}

function startState({ pool }: World): PoolState {
  return { ...pool, supply: firstLiquidity(pool.base, pool.quote) + minimumLiquidity };
}

import type { CrashOptions } from "./crash.ts";
import type { CrashResult } from "./core/result.ts";
import type { SweepSummary } from "./core/sweep-summary.ts";
import type { CompareOptions } from "./compare.ts";
import type { Comparison } from "./core/comparison.ts";
import type { MevOptions, MevRun } from "./mev.ts";
import type { ProbeOptions } from "./probe.ts";
import type { ProbeResult } from "./core/probe-result.ts";
import type { SweepOptions } from "./sweep.ts";
import type { PoolProject } from "./plugin/pool-named.ts";
import type { PoolBinding } from "./venues/chain/pool-binding.ts";
import type { V2PairOptions } from "./venues/chain/v2-pair.ts";

export { default } from "./plugin/index.ts";
export type * from "./plugin/config/type-extensions.ts";
export type { CrashConfig } from "./plugin/config/crash-config.ts";
export type { CrashUserConfig } from "./plugin/config/crash-user-config.ts";
export type { PoolUserConfig } from "./plugin/config/pool-config.ts";
export { CrashError, IdentityError, InputError } from "./core/errors.ts";
export type { CrashOptions } from "./crash.ts";
export type { CompareOptions } from "./compare.ts";
export type { MevOptions, MevRun } from "./mev.ts";
export type { ProbeOptions, StandingPool } from "./probe.ts";
export type { SweepOptions } from "./sweep.ts";
export type * from "./core/result.ts";
export type * from "./core/recorded-pool-comparison.ts";
export type * from "./core/gap-statistics.ts";
export type * from "./core/mev-result.ts";
export type * from "./core/comparison.ts";
export type * from "./core/sweep-summary.ts";
export type * from "./core/probe-result.ts";
export type { Ordering, OrderingMoment } from "./mempool/ordering/ordering.ts";
export type { PairTerms, PoolBinding, PoolGround } from "./venues/chain/pool-binding.ts";
export type { Scenario } from "./scenarios/scenario.ts";
export type { Artifact } from "./venues/chain/artifacts.ts";
export type { V2PairOptions } from "./venues/chain/v2-pair.ts";
export type { PoolProject } from "./plugin/pool-named.ts";

/**
 * Runs a crash on a local chain of Hardhat's, or on its twin: what `npx hardhat crash` does, for tests and scripts. The program itself loads when it is called. It takes
 * what it is given; the section `crash` of the configuration is for the tasks.
 *
 * @throws InputError for an unknown scenario or setting, IdentityError when the books do not balance
 */
export async function runCrash(options: CrashOptions = {}): Promise<CrashResult> {
  const crash = await import("./crash.ts");
  return crash.runCrash(options);
}

/**
 * A pool of your own for `runCrash`, by its name: one of `crash.pools` in the configuration, a contract of the project, the path of a module whose default export is a
 * binding, or `uniswap-v2`, the published pair. What binds it loads when it is called.
 *
 * @param project whose configuration and contracts are looked at, such as `hre`; the one around you when absent
 * @throws InputError `POOL_UNKNOWN` with what there is, `POOL_MODULE` for a module without a binding, and what `v2Pair` throws
 */
export async function poolNamed(name: string, project?: PoolProject): Promise<PoolBinding> {
  const pools = await import("./plugin/pool-named.ts");
  return pools.poolNamed(project ?? (await import("hardhat")).default, name);
}

/**
 * A pool of your own for `runCrash`, from its compiled contract: a pair that has a Uniswap V2 pair's functions and events, with a fee of its own, a fee that moves, or a token that keeps a
 * part of what is sent. What binds it loads when it is called.
 *
 * @throws InputError `POOL_NAME`, `POOL_ABI` (naming what is missing), `POOL_CODE`, `POOL_FEE` and `POOL_CONSTRUCTOR`
 */
export async function v2Pair(options: V2PairOptions): Promise<PoolBinding> {
  const pair = await import("./venues/chain/v2-pair.ts");
  return pair.v2Pair(options);
}

/**
 * Walks many paths through the books, for every combination of the axes' values: what `npx hardhat crash sweep` does. The program itself loads when it is
 * called.
 *
 * @throws InputError for settings, axes and folders that cannot be, before anything is written
 */
export async function runSweep(options: SweepOptions = {}): Promise<SweepSummary> {
  const sweep = await import("./sweep.ts");
  return sweep.runSweep(options);
}

/**
 * Runs a crash with searchers at work and accounts for what they took: what `npx hardhat crash mev` does. The program itself loads when it is called.
 *
 * @throws InputError for an unknown scenario, setting or comparison, IdentityError when the books do not balance
 */
export async function runMev(options: MevOptions = {}): Promise<MevRun> {
  const mev = await import("./mev.ts");
  return mev.runMev(options);
}

/**
 * Puts two crashes side by side, with what feeds a fall and what leans against it: what `npx hardhat crash compare` does. The program itself loads when it is called.
 *
 * @throws InputError for anything but two different scenarios and for unknown settings, IdentityError when the books do not balance
 */
export async function runCompare(options: CompareOptions = {}): Promise<Comparison> {
  const compare = await import("./compare.ts");
  return compare.runCompare(options);
}

/**
 * Says how a pool behaves, in numbers and scores, beside another one: what `npx hardhat crash probe` does. The program itself loads when it is called.
 *
 * @throws InputError for a pool that is none, that refuses its first deposit or every swap, and for a value and a price that cannot be
 */
export async function runProbe(options: ProbeOptions = {}): Promise<ProbeResult> {
  const probe = await import("./probe.ts");
  return probe.runProbe(options);
}

/** The statement that the task prints, as text of at most `width` columns. */
export async function renderStatement(
  result: CrashResult,
  options: { readonly width?: number; readonly color?: boolean } = {},
): Promise<string> {
  const terminal = await import("./report/terminal.ts");
  return terminal.renderStatement(result, options);
}

/** Writes what the task writes, whole or not at all: result.json and its schema, series.csv, swaps.csv and index.html. */
export async function writeReport(result: CrashResult, folder: string): Promise<void> {
  const [{ resultFiles }, { writeResults }] = await Promise.all([import("./report/result-files.ts"), import("./report/write-results.ts")]);
  await writeResults(folder, resultFiles(result));
}

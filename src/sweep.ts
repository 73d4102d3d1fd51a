import { availableParallelism, tmpdir } from "node:os";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SweepSummary } from "./core/sweep-summary.ts";
import { InputError } from "./core/errors.ts";
import { encodeSummary } from "./report/sweep/encode-summary.ts";
import { renderSweepPage } from "./report/sweep/sweep-page.ts";
import { DEFAULT_SCENARIO, findScenario } from "./scenarios/find-scenario.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import type { Overrides } from "./scenarios/flat-overrides.ts";
import { openThreads } from "./sweep/chunks/open-threads.ts";
import type { SweepEngine } from "./sweep/plan/plan.ts";
import { planSweep } from "./sweep/plan/plan-sweep.ts";
import { runSweep as runPlan } from "./sweep/run-sweep.ts";

/** What a thread runs, as TypeScript or compiled. */
export const SWEEP_WORKER = new URL(import.meta.url.endsWith(".ts") ? "./sweep-worker.ts" : "./sweep-worker.js", import.meta.url);

/** More threads than this help nobody. */
const MOST_WORKERS = 1_024;

export interface SweepOptions {
  /** A scenario's name, laws of prices among them, or a scenario of your own; Black Thursday when absent. */
  readonly scenario?: string | Scenario;
  /** The kernel when absent: one arbitrageur who acts at once and pays no gas. The twin is the whole engine, some 300 times as slow. */
  readonly engine?: SweepEngine;
  /** A safe integer; 1 when absent. */
  readonly seed?: number;
  /** Of each cell; 1,000 when absent. */
  readonly paths?: number;
  /** Settings by full name and the values that each takes; every combination is a cell. */
  readonly axes?: Readonly<Record<string, readonly unknown[]>>;
  /** Instead of the scenario's settings, by full name such as `market.cost`, or by room. */
  readonly set?: Overrides;
  /** Folder for parts, summary and page; none is left when absent. */
  readonly out?: string;
  /** Go on with an unfinished sweep of the same settings, if there is one. */
  readonly resume?: boolean;
  /** Threads; one a core when absent. */
  readonly workers?: number;
  /** Ends the sweep early, with the signal's reason; finished chunks stay. */
  readonly signal?: AbortSignal;
  /** Called as paths are finished, of all cells together. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called for what is good to know, in a sentence. */
  readonly onNotice?: (sentence: string) => void;
}

/**
 * Walks many paths through the books, for every combination of the axes' values: what `npx hardhat crash sweep` does, for tests and scripts.
 *
 * @throws InputError for settings, axes and folders that cannot be, before anything is written; for a disk that takes no more
 */
export async function runSweep(options: SweepOptions = {}): Promise<SweepSummary> {
  const { scenario: wanted = DEFAULT_SCENARIO, seed = 1, paths = 1_000, axes = {}, set = {}, workers = availableParallelism() } = options;
  if (!Number.isSafeInteger(workers) || workers < 1 || workers > MOST_WORKERS)
    throw new InputError("WORKERS_INVALID", "the number of workers is out of range", {
      value: String(workers),
      allowed: `1 to ${MOST_WORKERS}`,
    });
  const plan = planSweep({
    engine: options.engine ?? "kernel",
    scenario: typeof wanted === "string" ? findScenario(wanted) : wanted,
    seed,
    paths,
    axes: Object.entries(axes).map(([key, values]) => ({ key, values })),
    set,
  });
  const shelf = options.out === undefined ? await mkdtemp(join(tmpdir(), "hardhat-crash-sweep-")) : null;
  try {
    return await runPlan(plan, {
      out: options.out ?? join(shelf ?? "", "sweep"),
      mode: options.resume === true ? "resume" : "new",
      openPool: (job) => openThreads(job, workers, SWEEP_WORKER),
      render: (summary) =>
        new Map([
          ["summary.json", encodeSummary(summary)],
          ["index.html", renderSweepPage(summary)],
        ]),
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
      onNotice: options.onNotice ?? (() => undefined),
    });
  } finally {
    if (shelf !== null) await rm(shelf, { recursive: true, force: true });
  }
}

import type { BookName } from "./core/result.ts";
import { pathStream } from "./core/path-stream.ts";
import { toPrice } from "./core/units.ts";
import { runCrash } from "./engine/run-crash.ts";
import { LINE_NAMES } from "./ledger/books/lines.ts";
import { findScenario } from "./scenarios/find-scenario.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { sessionMarks } from "./scenarios/session-marks.ts";
import type { OpenWalker } from "./sweep/chunks/path-walker.ts";
import { kernelColumn, SWAPS_COLUMN } from "./sweep/kernel/kernel-columns.ts";
import type { SweepPlan } from "./sweep/plan/plan.ts";
import { openTwin, worldOf } from "./world-of.ts";

/** The lane from which the engine's own seed of a path is drawn; times and prices have theirs. */
const SEED_LANE = 2;

/** Paths in the whole engine over the twin: with traders, gas, latency and finite stock, and all identities checked. */
export const twinWalker: OpenWalker = (plan, { settings }) => {
  const scenario = scenarioOf(plan);
  return async (path, { times, prices }, out) => {
    out.fill(0);
    const seed = Math.floor(pathStream(plan.seed, path, SEED_LANE)() * Number.MAX_SAFE_INTEGER);
    const drawn = { times, prices: Array.from(prices, toPrice), sessions: sessionMarks(scenario.market, times) };
    const { statement, swaps } = await runCrash(worldOf(scenario, settings, seed, drawn, openTwin));
    for (const { book, lines, total, peakMargin, hedge } of statement) {
      write(out, book, lines, { total, peakMargin, trades: hedge.trades });
    }
    out[SWAPS_COLUMN] = swaps.block.length;
    return statement[0]?.startCapital ?? NaN;
  };
};

function write(
  out: Float64Array,
  book: BookName,
  lines: Readonly<Record<(typeof LINE_NAMES)[number], number>>,
  rest: { readonly total: number; readonly peakMargin: number; readonly trades: number },
): void {
  for (const line of LINE_NAMES) out[kernelColumn(book, line)] = lines[line];
  for (const measure of ["total", "peakMargin", "trades"] as const) out[kernelColumn(book, measure)] = rest[measure];
}

/** What the plan carries of the scenario, which is plain data, and the rest of it, which is found by its name. */
function scenarioOf({ source, ownScenario }: SweepPlan): Scenario {
  const known = ownScenario ? { ...findScenario("calm-day"), gas: null, recordedPool: null } : findScenario(source.name);
  return { ...known, ...source };
}

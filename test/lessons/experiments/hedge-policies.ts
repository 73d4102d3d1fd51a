import { shown } from "../../shown.ts";
import type { SweepCell } from "../../../src/core/sweep-summary.ts";
import { runSweep } from "../../../src/sweep.ts";
import { commandOf } from "./command-of.ts";
import type { Lesson } from "./lesson.ts";
import { intervalOf, measure, withInterval } from "./numbers.ts";

const POLICIES = ["interval", "leland", "band", "whalley-wilmott", "never"];
const COST = 0.001;
const SWEEP = {
  scenario: "gbm",
  paths: 1_000,
  seed: 604,
  axes: { "hedger.policy": POLICIES },
  set: {
    "process.days": 0.5,
    "mempool.blockProcess": "fixed",
    "mempool.blockSeconds": 12,
    "market.cost": COST,
    "hedger.interval": 50,
    "hedger.band": 0.004,
    "hedger.riskAversion": 0.05,
    "hedger.impliedVolatility": 0.95,
    "hedger.expiryDays": 2,
  },
} as const;
/** Ten-day options over five days, of blocks of five minutes; at intervals is once an hour. */
const CLOSE = {
  scenario: "gbm",
  paths: 1_000,
  seed: 605,
  axes: { "hedger.policy": ["interval", "at-the-close", "never"] },
  set: {
    "process.days": 5,
    "mempool.blockProcess": "fixed",
    "mempool.blockSeconds": 300,
    "market.cost": COST,
    "hedger.interval": 12,
    "hedger.impliedVolatility": 0.95,
    "hedger.expiryDays": 10,
  },
} as const;
/** A market wild enough to be stopped on most days, and a hedge that follows every block but those. */
const HALTED = {
  scenario: "gbm",
  engine: "twin",
  paths: 60,
  seed: 606,
  axes: { "hedger.inHalts": ["trade", "pause"] },
  set: {
    "process.days": 2,
    "process.volatilityPerDay": 0.15,
    "mempool.blockProcess": "fixed",
    "mempool.blockSeconds": 120,
    "market.circuitBreakers": "on",
    "market.cost": COST,
    "agents.turnover": 0,
    "hedger.interval": 1,
    "hedger.impliedVolatility": 2.866,
    "hedger.expiryDays": 4,
  },
} as const;

/** What each hedging policy costs and leaves open. */
export async function hedgePolicies(): Promise<Lesson> {
  const [drawn, daily, halted] = [await runSweep(SWEEP), await runSweep(CLOSE), await runSweep(HALTED)];
  const rows = [
    ...drawn.cells.map((cell) => rowOf(cell, "half a day", cell.at[0], SWEEP.paths)),
    ...daily.cells.map((cell) => rowOf(cell, "five days", cell.at[0], CLOSE.paths)),
    ...halted.cells.map((cell) => rowOf(cell, "with halts", `interval, ${cell.at[0]} in halts`, HALTED.paths)),
  ];
  const cellAt = (cells: readonly SweepCell[], value: string): SweepCell => cells.find((cell) => cell.at[0] === value)!;
  const sure = (cell: SweepCell): string => bp(cell, measure(cell, "short-straddle", "total").deviation ?? NaN);
  const dear = (cell: SweepCell): string => bp(cell, -measure(cell, "short-straddle", "execution").mean);
  const short = (policy: string): SweepCell => cellAt(drawn.cells, policy);
  const long = (policy: string): SweepCell => cellAt(daily.cells, policy);
  const stopped = (what: string): SweepCell => cellAt(halted.cells, what);
  return {
    title: "What does each hedging policy cost, and what does it leave open?",
    answer: [
      `Not to hedge leaves a short straddle with a deviation of ${sure(short("never"))} of capital; every 50 blocks it is ${sure(short("interval"))} and costs ${dear(short("interval"))}. At the same intervals Leland's wider volatility makes delta smoother: ${sure(short("leland"))} for ${dear(short("leland"))}.`,
      `A band fixed in base costs ${dear(short("band"))} and leaves ${sure(short("band"))}; that of Whalley and Wilmott, which follows gamma and trades to its edge, ${dear(short("whalley-wilmott"))} and ${sure(short("whalley-wilmott"))}.`,
      `Over five days, to hedge at the close of each alone costs ${dear(long("at-the-close"))} and leaves ${sure(long("at-the-close"))}, where every hour costs ${dear(long("interval"))} and leaves ${sure(long("interval"))}, and nothing ${sure(long("never"))}.`,
      `Where circuit breakers stop the market, a hedge that waits for it has a deviation of ${sure(stopped("pause"))} and one that finds somebody to trade with all the same ${sure(stopped("trade"))}.`,
    ],
    how: `\`${commandOf(SWEEP)}\`, \`${commandOf(CLOSE)}\` and \`${commandOf(HALTED)}\`: options sold at the volatility that is realised, a cost of 10 bp a trade. All of the short straddle, in basis points of capital over a path; intervals are 95 %, of a deviation over normal numbers; the shortfall is the mean loss over the worst 5 % of paths.`,
    head: ["path", "policy", "trades", "mean", "deviation", "shortfall", "cost of hedging"],
    rows,
  };
}

function rowOf(cell: SweepCell, path: string, policy: unknown, paths: number): string[] {
  const total = measure(cell, "short-straddle", "total");
  const execution = measure(cell, "short-straddle", "execution");
  const found = total.deviation ?? NaN;
  const half = (1.96 * found) / Math.sqrt(2 * paths);
  const [low, high] = intervalOf(execution);
  const scale = 10_000 / cell.startCapital;
  return [
    path,
    String(policy),
    shown(measure(cell, "short-straddle", "trades").mean, 1),
    withInterval(total.mean, intervalOf(total), 2, scale),
    withInterval(found, [found - half, found + half], 2, scale),
    shown(basisPoints(cell, total.expectedShortfall[0]!), 2),
    withInterval(-execution.mean, [-high, -low], 2, scale),
  ];
}

function bp(cell: SweepCell, quote: number): string {
  return `${shown(basisPoints(cell, quote), 2)} bp`;
}

function basisPoints(cell: SweepCell, quote: number): number {
  return (10_000 * quote) / cell.startCapital;
}

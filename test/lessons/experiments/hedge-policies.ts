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
const CLOSE = {
  scenario: "covid-2020",
  engine: "twin",
  paths: 12,
  seed: 605,
  axes: { "hedger.policy": ["interval", "at-the-close", "never"] },
  set: { "run.blocks": 400, "agents.turnover": 0 },
} as const;

/** What each hedging policy costs and leaves open. */
export async function hedgePolicies(): Promise<Lesson> {
  const [drawn, recorded] = [await runSweep(SWEEP), await runSweep(CLOSE)];
  const rows = [
    ...drawn.cells.map((cell) => rowOf(cell, "drawn", SWEEP.paths)),
    ...recorded.cells.map((cell) => rowOf(cell, "covid-2020", CLOSE.paths)),
  ];
  const at = (policy: string): SweepCell => drawn.cells.find((cell) => cell.at[0] === policy)!;
  const deviation = (policy: string): number => measure(at(policy), "short-straddle", "total").deviation ?? NaN;
  const cost = (policy: string): number => -measure(at(policy), "short-straddle", "execution").mean;
  const sure = (policy: string): string => `${shown(basisPoints(at(policy), deviation(policy)), 2)} bp`;
  const dear = (policy: string): string => `${shown(basisPoints(at(policy), cost(policy)), 2)} bp`;
  return {
    title: "What does each hedging policy cost, and what does it leave open?",
    answer: [
      `Not to hedge leaves a short straddle with a deviation of ${sure("never")} of capital; every 50 blocks it is ${sure("interval")} and costs ${dear("interval")}. At the same intervals Leland's wider volatility makes delta smoother: ${sure("leland")} for ${dear("leland")}.`,
      `A band fixed in base costs ${dear("band")} and leaves ${sure("band")}; that of Whalley and Wilmott, which follows gamma and trades to its edge, ${dear("whalley-wilmott")} and ${sure("whalley-wilmott")}.`,
    ],
    how: `\`${commandOf(SWEEP)}\` and, for the close of the session, \`${commandOf(CLOSE)}\`: two-day options in the first, sold at the volatility that is realised, a cost of 10 bp a trade. All of the short straddle, in basis points of capital over a path; intervals are 95 %, of a deviation over normal numbers; the shortfall is the mean loss over the worst 5 % of paths.`,
    head: ["path", "policy", "trades", "mean", "deviation", "shortfall", "cost of hedging"],
    rows,
  };
}

function rowOf(cell: SweepCell, path: string, paths: number): string[] {
  const total = measure(cell, "short-straddle", "total");
  const execution = measure(cell, "short-straddle", "execution");
  const found = total.deviation ?? NaN;
  const half = (1.96 * found) / Math.sqrt(2 * paths);
  const [low, high] = intervalOf(execution);
  const scale = 10_000 / cell.startCapital;
  return [
    path,
    String(cell.at[0]),
    shown(measure(cell, "short-straddle", "trades").mean, 1),
    withInterval(total.mean, intervalOf(total), 2, scale),
    withInterval(found, [found - half, found + half], 2, scale),
    shown(basisPoints(cell, total.expectedShortfall[0]!), 2),
    withInterval(-execution.mean, [-high, -low], 2, scale),
  ];
}

function basisPoints(cell: SweepCell, quote: number): number {
  return (10_000 * quote) / cell.startCapital;
}

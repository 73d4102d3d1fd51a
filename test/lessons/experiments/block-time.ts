import { shown } from "../../shown.ts";
import type { Interval } from "../../../src/core/result.ts";
import { runSweep } from "../../../src/sweep.ts";
import { commandOf } from "./command-of.ts";
import type { Lesson } from "./lesson.ts";
import { intervalOf, measure, withInterval } from "./numbers.ts";

const SECONDS = [2, 12, 60, 300, 1_800];
const DAYS = 0.25;
const SWEEP = {
  scenario: "gbm",
  paths: 600,
  seed: 602,
  axes: { "mempool.blockSeconds": SECONDS },
  set: {
    "process.days": DAYS,
    "mempool.blockProcess": "fixed",
    "market.cost": 0,
    "agents.minimumProfit": 0,
    "hedger.interval": 1,
  },
} as const;

/** How fast the loss to arbitrage grows with block time. */
export async function blockTime(): Promise<Lesson> {
  const { cells } = await runSweep(SWEEP);
  const points = cells.map((cell, i) => {
    // Hedged in every block at no cost, the LP has nothing left but fees less what arbitrage takes.
    const net = measure(cell, "hedged-lp", "total");
    const daily = -100 / (cell.startCapital * DAYS);
    const [low, high] = intervalOf(net);
    return {
      seconds: SECONDS[i]!,
      loss: daily * net.mean,
      interval: [daily * high, daily * low] as Interval,
      relativeError: net.standardError! / Math.abs(net.mean),
      share: net.mean / measure(cell, "lp", "bleed").mean,
      traded: cell.swaps.mean / cell.blocks.mean,
    };
  });
  /** How the loss grows between two block times: the exponent of time, from independent paths. */
  const growth = (from: number, to: number): readonly [number, Interval] => {
    const [a, b] = [points[from]!, points[to]!];
    const log = Math.log(b.seconds / a.seconds);
    const exponent = Math.log(b.loss / a.loss) / log;
    const half = (1.96 * Math.sqrt(a.relativeError * a.relativeError + b.relativeError * b.relativeError)) / log;
    return [exponent, [exponent - half, exponent + half]];
  };
  const twelve = points[1]!;
  const last = points.at(-1)!;
  return {
    title: "How fast does the loss grow with block time?",
    answer: [
      `Net of the fees that arbitrageurs pay, a pool of 30 bp loses ${withInterval(twelve.loss, twelve.interval, 4)} % of its value a day at blocks of 12 s and ${withInterval(last.loss, last.interval, 4)} % at 30 minutes; without fees it would lose 0.0313 % at any block time (σ²/8).`,
      `Between 2 s and 12 s the loss grows like block time to the power ${withInterval(...growth(0, 1), 2)}, between 12 s and 60 s to the power ${withInterval(...growth(1, 2), 2)}, and between 5 and 30 minutes to the power ${withInterval(...growth(3, 4), 2)}: like the square root while the fee is wide against a block's move, and ever more slowly once most blocks are arbitraged anyway.`,
    ],
    how: `\`${commandOf(SWEEP)}\`: volatility 5 % a day, fee 30 bp, no venue cost, no other traders; the hedge follows every block at no cost, so that nothing is left but fees less the loss to arbitrage. Intervals are 95 %, over paths; those of a power take the two losses for independent.`,
    head: ["block time, s", "loss net of fees, % of value a day", "share of loss versus rebalancing", "blocks with a trade"],
    rows: points.map(({ seconds, loss, interval, share, traded }) => [
      String(seconds),
      withInterval(loss, interval, 5),
      shown(share, 3),
      shown(traded, 3),
    ]),
  };
}

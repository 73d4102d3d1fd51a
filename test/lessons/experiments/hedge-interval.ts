import { shown } from "../../shown.ts";
import type { BookName } from "../../../src/core/result.ts";
import type { SweepCell } from "../../../src/core/sweep-summary.ts";
import { runSweep } from "../../../src/sweep.ts";
import { commandOf } from "./command-of.ts";
import type { Lesson } from "./lesson.ts";
import { intervalOf, measure, withInterval } from "./numbers.ts";

const INTERVALS = [1, 5, 25, 100, 300];
const DAYS = 0.5;
const COST = 0.001;
const SWEEP = {
  scenario: "gbm",
  paths: 1_000,
  seed: 603,
  axes: { "hedger.interval": INTERVALS },
  set: { "process.days": DAYS, "mempool.blockProcess": "fixed", "mempool.blockSeconds": 12, "market.cost": COST },
} as const;

/** What hedging more often buys and costs. */
export async function hedgeInterval(): Promise<Lesson> {
  const { cells } = await runSweep(SWEEP);
  /** From quote over a path to basis points of capital a day. */
  const scaleOf = (cell: SweepCell): number => 10_000 / (cell.startCapital * DAYS);
  /** Both books open with a delta of half their capital; that is paid once, however often one hedges afterwards. */
  const openingOf = (cell: SweepCell): number => (COST * cell.startCapital) / 2;
  const paid = (cell: SweepCell, book: BookName): number => -measure(cell, book, "execution").mean - openingOf(cell);
  const cost = (cell: SweepCell, book: BookName): string => {
    const [low, high] = intervalOf(measure(cell, book, "execution"));
    return withInterval(paid(cell, book), [-high - openingOf(cell), -low - openingOf(cell)], 2, scaleOf(cell));
  };
  /** A deviation of n normal numbers is off by its share 1/√(2n). */
  const deviation = (cell: SweepCell, book: BookName): string => {
    const found = measure(cell, book, "total").deviation ?? NaN;
    const half = (1.96 * found) / Math.sqrt(2 * SWEEP.paths);
    return withInterval(found, [found - half, found + half], 2, scaleOf(cell));
  };
  const shortfall = (cell: SweepCell, book: BookName): string =>
    shown(scaleOf(cell) * (measure(cell, book, "total").expectedShortfall[0]! - openingOf(cell)), 2);
  const [often, rarely] = [cells[0]!, cells.at(-1)!];
  const trades = (cell: SweepCell): number => measure(cell, "hedged-lp", "trades").mean;
  const times = INTERVALS.at(-1)!;
  const dearer = (book: BookName): string => shown(paid(often, book) / paid(rarely, book), 1);
  const surer = (book: BookName): string => shown(measure(rarely, book, "total").deviation! / measure(often, book, "total").deviation!, 1);
  return {
    title: "What does hedging more often buy and cost?",
    answer: [
      `The option twin, hedged every block instead of every ${times}, pays ${dearer("option-twin")} times as much for its hedge, ${cost(often, "option-twin")} against ${cost(rarely, "option-twin")} bp of capital a day, and its result is ${surer("option-twin")} times as sure, with a deviation of ${deviation(often, "option-twin")} against ${deviation(rarely, "option-twin")} bp. Costs grow like the root of how often one hedges, ${shown(Math.sqrt(times), 1)} times here, as Leland 1985 has it; the deviation falls like it (Boyle and Emanuel 1980) until the cost itself, which differs from path to path, is what is left.`,
      `The hedged LP pays ${dearer("hedged-lp")} times as much, ${cost(often, "hedged-lp")} against ${cost(rarely, "hedged-lp")} bp, and is ${surer("hedged-lp")} times as sure: its delta moves only when somebody trades with the pool, in ${shown((100 * often.swaps.mean) / often.blocks.mean, 1)} % of the blocks, so hedging in the others costs nothing and buys nothing.`,
      `At the loss versus rebalancing of 3.13 bp a day (σ²/8), a desk that hedges every block pays more for its hedge than for its gamma; every 25 blocks it pays ${cost(cells[2]!, "option-twin")} bp.`,
    ],
    how: `\`${commandOf(SWEEP)}\`: volatility 5 % a day, fee 30 bp, a hedge's trade costs 10 bp, no other traders. In basis points of capital a day and without the opening trade of half the capital, which costs 5 bp once; intervals are 95 %, the shortfall is the mean loss over the worst 5 % of paths.`,
    head: [
      "hedge every … blocks",
      "trades of the LP's hedge a day",
      ...(["hedged LP", "option twin"] as const).flatMap((book) => [`cost, ${book}`, `deviation, ${book}`, `shortfall, ${book}`]),
    ],
    rows: cells.map((cell) => [
      String(cell.at[0]),
      shown(trades(cell) / DAYS, 0),
      ...(["hedged-lp", "option-twin"] as const).flatMap((book) => [cost(cell, book), deviation(cell, book), shortfall(cell, book)]),
    ]),
  };
}

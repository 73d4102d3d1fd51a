import { shown } from "../../shown.ts";
import type { BookName, Interval } from "../../../src/core/result.ts";
import type { Estimate, Spread, SweepCell, SweepMeasure } from "../../../src/core/sweep-summary.ts";

/** `0.12 (0.10 to 0.14)`, both scaled. */
export function withInterval(value: number, [low, high]: Interval, digits: number, scale = 1): string {
  return `${shown(scale * value, digits)} (${shown(scale * low, digits)} to ${shown(scale * high, digits)})`;
}

/** A book's measure in a cell. */
export function measure(cell: SweepCell, book: BookName, which: SweepMeasure): Spread {
  return cell.books.find((each) => each.book === book)!.measures[which];
}

/** The interval of an estimate over more than one path. */
export function intervalOf({ interval }: Estimate): Interval {
  if (interval === null) throw new Error("a single path has no interval");
  return interval;
}

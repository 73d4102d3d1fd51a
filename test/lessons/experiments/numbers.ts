import type { BookName, Interval, LineName } from "../../../src/core/result.ts";
import type { Estimate, Spread, SweepCell, SweepMeasure } from "../../../src/core/sweep-summary.ts";

/** A number with a true minus sign, and without a sign where it rounds to zero. */
export function shown(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** `0.12 (0.10 to 0.14)`, both scaled. */
export function withInterval(value: number, [low, high]: Interval, digits: number, scale = 1): string {
  return `${shown(scale * value, digits)} (${shown(scale * low, digits)} to ${shown(scale * high, digits)})`;
}

/** A book's measure in a cell. */
export function measure(cell: SweepCell, book: BookName, which: SweepMeasure): Spread {
  return cell.books.find((each) => each.book === book)!.measures[which];
}

/** What one book's line is above another's, on the same paths. */
export function difference(cell: SweepCell, book: BookName, minus: BookName, line: LineName | "total" = "total"): Estimate {
  const found = cell.differences.find((each) => each.book === book && each.minus === minus);
  if (found !== undefined) return found.lines[line];
  const { mean, standardError, interval } = cell.differences.find((each) => each.book === minus && each.minus === book)!.lines[line];
  return { mean: -mean, standardError, interval: interval === null ? null : [-interval[1], -interval[0]] };
}

/** The interval of an estimate over more than one path. */
export function intervalOf({ interval }: Estimate): Interval {
  if (interval === null) throw new Error("a single path has no interval");
  return interval;
}

import type { LineName } from "../../core/line-name.ts";
import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell } from "../../core/sweep-summary.ts";

/** One book's line less another's, in quote, whichever way round the summary holds the pair; undefined where it holds neither. */
export function differenceOf(cell: SweepCell, book: BookName, minus: BookName, line: LineName | "total" = "total"): Estimate | undefined {
  const same = cell.differences.find((each) => each.book === book && each.minus === minus);
  if (same !== undefined) return same.lines[line];
  const turned = cell.differences.find((each) => each.book === minus && each.minus === book)?.lines[line];
  if (turned === undefined) return undefined;
  const { mean, standardError, interval } = turned;
  return { mean: -mean, standardError, interval: interval === null ? null : [-interval[1], -interval[0]] };
}

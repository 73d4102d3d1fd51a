import type { ComparedBook } from "../../core/comparison.ts";
import type { LineName } from "../../core/line-name.ts";
import type { BookStatement, CrashResult } from "../../core/result.ts";
import { LINE_NAMES } from "../books/lines.ts";
import { knownOverSeeds } from "../measures/known-over-seeds.ts";
import { overSeeds } from "../measures/over-seeds.ts";
import { costPerGamma } from "./cost-per-gamma.ts";

/** The books of runs that differ in their seed, each number the mean over them. */
export function comparedBooks(runs: readonly CrashResult[]): readonly ComparedBook[] {
  return (runs[0]?.statement ?? []).map(({ book, title, collateral, startCapital }) => {
    const all = runs.flatMap(({ statement }) => statement.filter((each) => each.book === book));
    const mean = (of: (each: BookStatement) => number): number => overSeeds(all.map(of)).value;
    return {
      book,
      title,
      collateral,
      startCapital,
      lines: Object.fromEntries(LINE_NAMES.map((line) => [line, mean(({ lines }) => lines[line])])) as Record<LineName, number>,
      total: mean(({ total }) => total),
      peakMargin: mean(({ peakMargin }) => peakMargin),
      returnOnPeakCapital: mean(({ returnOnPeakCapital }) => returnOnPeakCapital),
      result: overSeeds(all.map((each) => each.total / each.startCapital)),
      costPerGamma: knownOverSeeds(runs.map((run) => costPerGamma(run, book))),
    };
  });
}

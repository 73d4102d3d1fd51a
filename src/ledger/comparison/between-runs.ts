import type { Comparison } from "../../core/comparison.ts";
import type { CrashResult } from "../../core/result.ts";
import { overSeeds } from "../measures/over-seeds.ts";

/** What each book that both have made in the first crash more than in the second, over its start capital, in pairs of one seed. */
export function betweenRuns(first: readonly CrashResult[], second: readonly CrashResult[]): Comparison["between"] {
  const results = (runs: readonly CrashResult[], name: string): readonly number[] =>
    runs.flatMap(({ statement }) => statement.filter(({ book }) => book === name).map(({ total, startCapital }) => total / startCapital));
  return (first[0]?.statement ?? []).flatMap(({ book, title }) => {
    const [one, other] = [results(first, book), results(second, book)];
    return one.length === first.length && other.length === one.length ? [{ book, title, less: overSeeds(one, other) }] : [];
  });
}

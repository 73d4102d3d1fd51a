import type { ChosenBook } from "../../core/chosen-book.ts";
import type { SweepSummary } from "../../core/sweep-summary.ts";

/** A book that not every sweep has, and what it is called where several cells are spoken of. */
export interface ChosenTitle {
  readonly book: ChosenBook;
  readonly title: string;
  /** Whether every cell has it. */
  readonly isEverywhere: boolean;
}

const COMMON: Readonly<Record<ChosenBook, string>> = { desk: "chosen desk", insurer: "insurer" };

/** Desk and insurer, as far as any cell has them: by their title where that is the same in every cell, by what they are where it is not. */
export function chosenBooks({ cells }: Pick<SweepSummary, "cells">): readonly ChosenTitle[] {
  return (["desk", "insurer"] as const).flatMap((name) => {
    const all = cells.flatMap(({ books }) => books.filter(({ book }) => book === name));
    const titles = new Set(all.map(({ title }) => title));
    const [title] = titles;
    if (title === undefined) return [];
    return [{ book: name, title: titles.size === 1 ? title : COMMON[name], isEverywhere: all.length === cells.length }];
  });
}

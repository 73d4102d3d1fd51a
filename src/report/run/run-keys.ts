import type { BookName, CrashResult } from "../../core/result.ts";
import { signed, signedPercent } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import type { KeyNumber } from "../page/key-numbers.ts";

const keyBooks: readonly BookName[] = ["lp", "hedged-lp", "option-twin"];

/** What a crash did to three books. */
export function runKeys({ statement }: Pick<CrashResult, "statement">): readonly KeyNumber[] {
  return keyBooks.flatMap((name) => {
    const book = statement.find((each) => each.book === name);
    if (book === undefined) return [];
    const digits = book.startCapital < 10_000 ? 2 : 0;
    const notes = (["exposure", "premium", "bleed"] as const).map((line) => {
      const value = book.lines[line];
      return `${line} ${value === 0 ? "–" : signed(value, digits)}`;
    });
    return [{ tone: bookTone[name], title: book.title, number: signedPercent(book.total / book.startCapital), notes }];
  });
}

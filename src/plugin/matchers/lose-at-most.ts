import type { CrashResult } from "../../core/result.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import { checkOneOf } from "./arguments/check-one-of.ts";
import { checkOptions } from "./arguments/check-options.ts";
import { bookNames } from "./book-names.ts";
import { bookWords } from "./book-words.ts";
import type { Claim } from "./claim.ts";
import { bookLosses } from "./measures/book-losses.ts";
import { placeOf } from "./place-of.ts";
import { statementOf } from "./statement-of.ts";

/**
 * `loseAtMost(share, { book = "lp", than = "start" })`: a book has lost no more at the end of the run than a share of its start capital.
 *
 * Measure: than `start`, −total/startCapital of the book's `statement`; than `hold`, (total of the book `hold` − total of the book)/startCapital, which is what
 * providing liquidity has cost against keeping the tokens. Negative where the book has gained. Within when it is at most `share`. Block by block it is read
 * from the book's column in `series`.
 *
 * @param given share, from 0 to 1; options
 */
export function loseAtMost(given: readonly unknown[]): Claim {
  checkCount("loseAtMost", given, 2);
  const limit = checkNumber("loseAtMost", given[0], { name: "the share", least: 0, most: 1 });
  const options = checkOptions("loseAtMost", given[1], ["book", "than"]);
  const book = checkOneOf("loseAtMost", "book", options.book ?? "lp", bookNames);
  const than = checkOneOf("loseAtMost", "comparison", options.than ?? "start", ["start", "hold"] as const);
  const loss = (crash: CrashResult): number => {
    const { total, startCapital } = statementOf(crash, book);
    return ((than === "start" ? 0 : statementOf(crash, "hold").total) - total) / startCapital;
  };
  const against = than === "start" ? "" : " against holding";
  return {
    matcher: "loseAtMost",
    given,
    needsExtraction: false,
    bound: "at most",
    limit,
    floor: -Infinity,
    measure: ({ crash }) => loss(crash),
    course: ({ crash }) => bookLosses(crash, book, than),
    worst: ({ crash }) => placeOf(bookLosses(crash, book, than), 0),
    cut: "first",
    unit: "share",
    words: {
      who: (pool) => `${bookWords[book]} ${pool}`,
      wanted: (text) => `lose at most ${text} of its start capital${against}`,
      found: (value) => (value.startsWith("−") ? `it gained ${value.slice(1)}${against}` : `it lost ${value}${against}`),
    },
  };
}

import type { CrashResult } from "../../core/result.ts";
import { lineLabels } from "../../report/line-labels.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import { checkOneOf } from "./arguments/check-one-of.ts";
import { checkOptions } from "./arguments/check-options.ts";
import { bookNames } from "./book-names.ts";
import { bookWords } from "./book-words.ts";
import type { Claim } from "./claim.ts";
import { statementOf } from "./statement-of.ts";

const SECONDS_A_DAY = 86_400;

/**
 * `earnAtLeast(share, { book = "lp", line = "premium", perDay = false })`: a line of a book's statement came to at least a share of its start capital.
 *
 * Measure: lines[line]/startCapital of the book's `statement`, or total/startCapital for the line `total`; with `perDay` over `crash.seconds`/86,400. Within
 * when it is at least `share`, which may be negative for a line of costs. The result does not say block by block what a line came to, and a shorter run earns
 * less in any case, so a replay is not shortened.
 *
 * @param given share, from −1 to 1; options
 */
export function earnAtLeast(given: readonly unknown[]): Claim {
  checkCount("earnAtLeast", given, 2);
  const limit = checkNumber("earnAtLeast", given[0], { name: "the share", least: -1, most: 1 });
  const options = checkOptions("earnAtLeast", given[1], ["book", "line", "perDay"]);
  const book = checkOneOf("earnAtLeast", "book", options.book ?? "lp", bookNames);
  const line = checkOneOf("earnAtLeast", "line", options.line ?? "premium", [...lineLabels.map(([name]) => name), "total"] as const);
  const perDay = checkOneOf("earnAtLeast", "value of perDay", options.perDay ?? false, [false, true]);
  const earned = (crash: CrashResult): number => {
    const { lines, total, startCapital } = statementOf(crash, book);
    return (line === "total" ? total : lines[line]) / startCapital / (perDay ? crash.crash.seconds / SECONDS_A_DAY : 1);
  };
  const label = lineLabels.find(([name]) => name === line)?.[1];
  const what = `${label === undefined ? "in all" : `by ${label}`}${perDay ? ", a day" : ""}`;
  return {
    matcher: "earnAtLeast",
    given,
    needsExtraction: false,
    bound: "at least",
    limit,
    floor: -Infinity,
    measure: ({ crash }) => earned(crash),
    course: () => null,
    worst: () => null,
    cut: "none",
    unit: "share",
    words: {
      who: (pool) => `${bookWords[book]} ${pool}`,
      wanted: (text) => `earn at least ${text} of its start capital ${what}`,
      found: (value) => (value.startsWith("−") ? `it lost ${value.slice(1)}` : `it earned ${value}`),
    },
  };
}

import type { BookStatement, Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { dollars } from "./words.ts";

/** Whose hedge was closed because its margin was used up, when, and who bore what it left. */
export function closedByForce({ statement, series }: Unread): readonly Finding[] {
  return statement
    .filter(({ hedge }) => hedge.closedAt !== null)
    .map((book) => finding(book, series.priceE8[book.hedge.closedAt ?? 0] ?? NaN));
}

function finding({ book, title, lines, hedge }: BookStatement, priceE8: number): Finding {
  const { shortfall, liquidation } = lines;
  const left = shortfall > 0 ? `The exchange's fund bore ${dollars(shortfall)} that it could not pay.` : "Nothing was left unpaid.";
  return {
    id: `closed-by-force-${book}`,
    sentence: `The hedge of the ${title} was closed by force in block ${hedge.closedAt ?? 0}, at ${(priceE8 / 1e8).toFixed(2)}, for a fee of ${dollars(-liquidation)}, and the book went on without it. ${left}`,
    field: `statement.${book}.lines.shortfall`,
    value: shortfall,
    interval: null,
    basis: "exact",
  };
}

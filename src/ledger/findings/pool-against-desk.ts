import type { BookName, BookStatement, Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { dollars, percent } from "./words.ts";

/** Who came out better of the same short gamma: the hedged position paid by fees, or the desk paid by theta? */
export function poolAgainstDesk({ statement, breakEven, intrabar }: Unread): Finding {
  const [lp, twin] = [bookOf(statement, "hedged-lp"), bookOf(statement, "option-twin")];
  const better =
    lp.total >= twin.total ? "The hedged LP did better than the options desk" : "The options desk did better than the hedged LP";
  const levels = intrabar.map((row) => row.breakEvenVolatility);
  return {
    id: "pool-against-desk",
    sentence:
      `${better} with the same dollar gamma: ${dollars(lp.total)} against ${dollars(twin.total)}. Fees and flow brought the one ` +
      `${dollars(lp.lines.premium + lp.lines.flow)}, theta the other ${dollars(twin.lines.premium)}; gamma cost them ` +
      `${dollars(gammaCost(lp))} and ${dollars(gammaCost(twin))}. Theta would have paid at an implied volatility of ` +
      `${percent(breakEven.impliedVolatility)} a year; it was sold at ${percent(breakEven.soldVolatility)}.`,
    field: "breakEven.impliedVolatility",
    value: breakEven.impliedVolatility,
    interval: levels.length === 0 ? null : [Math.min(...levels), Math.max(...levels)],
    basis: levels.length === 0 ? "exact for the path" : "low to high variance inside the bars",
  };
}

/** While the market was open and over its gaps. */
function gammaCost({ lines }: BookStatement): number {
  return -(lines.bleed + lines.gap);
}

/** @throws RangeError for a book that is not in the statement */
function bookOf(statement: readonly BookStatement[], name: BookName): BookStatement {
  const found = statement.find((each) => each.book === name);
  if (found === undefined) throw new RangeError(`no such book: ${name}`);
  return found;
}

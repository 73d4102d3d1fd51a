import type { CrashResult } from "../../core/result.ts";
import { findingInterval } from "../finding-interval.ts";
import { identityLine } from "../identity-line.ts";
import { decimal } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import { factsList } from "../page/facts-list.ts";
import { findingsList } from "../page/findings-list.ts";
import { folded } from "../page/folded.ts";
import { markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { statementTable } from "../page/statement-table.ts";
import { statementRows } from "../statement-rows.ts";
import { unitText } from "../unit-text.ts";
import { statementPicture } from "./statement-picture.ts";

/** The statement as table and picture, and the findings. */
export function runStatement(result: CrashResult): readonly PageSection[] {
  const { statement: books, breakEven, findings, pool } = result;
  const behind = books.map(
    ({ book, title, collateral, hedge }) => [title, `${collateral} ${hedgeNote(hedge)}`.trim(), bookTone[book]] as const,
  );
  const found = findings.map((finding) => ({
    sentence: finding.sentence,
    evidence: markup`<code>${finding.field}</code> = ${findingInterval(finding)}`,
  }));
  const table = statementTable({
    caption: "The statement, in quote: a column a book, a row a line",
    books: books.map(({ book, title }) => ({ title, tone: bookTone[book] })),
    rows: statementRows(books),
  });
  return [
    {
      id: "statement",
      title: "One statement for every book",
      content: markup`<p>Each book starts with ${unitText(books[0]?.startCapital ?? 0, "money")}. The total comes from balances and marks, the lines from flows. Return is the total over start capital and peak margin.</p>
${table}<p class="soft">${identityLine(result)}</p>
${statementPicture(books)}
${folded("What stands behind each book", factsList(behind))}`,
    },
    {
      id: "findings",
      title: "Findings",
      content: markup`${findingsList(found)}
<p>Fees would have paid for the bleed at a turnover of ${decimal(breakEven.turnoverPerDay, 2)} times a day; it was ${decimal(pool.turnoverPerDay, 2)}. Theta would have paid for
the option twin's at an implied volatility of ${decimal(breakEven.impliedVolatility * 100)} % a year; it was sold at ${decimal(breakEven.soldVolatility * 100)} %.</p>`,
    },
  ];
}

function hedgeNote(hedge: { readonly trades: number; readonly turnover: number }): string {
  return hedge.trades === 0 ? "" : `Hedged in ${decimal(hedge.trades)} trades worth ${unitText(hedge.turnover, "money")}.`;
}

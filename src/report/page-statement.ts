import type { CrashResult } from "../core/result.ts";
import { findingInterval } from "./finding-interval.ts";
import { identityLine } from "./identity-line.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { decimal } from "./number-format.ts";
import { bookTone, statementPicture } from "./statement-picture.ts";
import { statementRows } from "./statement-rows.ts";
import { unitText } from "./unit-text.ts";

/** The statement as table and picture, the findings, and whether the books balance. */
export function pageStatement(result: CrashResult): Markup {
  const books = result.statement;
  const head = books.map((book) => markup`<th scope="col" class="t-${bookTone[book.book]}">${book.title}</th>`);
  const rows = statementRows(books).map(
    (row) =>
      markup`<tr class="${row.kind}"><th scope="row"><abbr title="${row.meaning}">${row.label}</abbr></th>${row.cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
  );
  const findings = result.findings.map(
    (finding) =>
      markup`<li><p>${finding.sentence}</p><p class="soft"><code>${finding.field}</code> = ${findingInterval(finding)}</p></li>\n`,
  );
  const collateral = books.map(
    (book) => markup`<dt class="t-${bookTone[book.book]}">${book.title}</dt><dd>${book.collateral} ${hedgeNote(book.hedge)}</dd>\n`,
  );
  const { breakEven } = result;
  return markup`<section aria-labelledby="statement-heading"><h2 id="statement-heading">One statement for every book</h2>
<p>Each book starts with ${unitText(books[0]?.startCapital ?? 0, "money")}. The total comes from balances and marks, the lines from flows. Return is the total over start capital and peak margin.</p>
<div class="scroll" tabindex="0" role="region" aria-label="The statement"><table class="numbers statement"><caption class="unseen">The statement, in quote: a column a book, a row a line</caption>
<thead><tr><td></td>${head}</tr></thead><tbody>
${rows}</tbody></table></div>
<p class="soft">${identityLine(result)}</p>
${statementPicture(books)}
<details><summary>What stands behind each book</summary><dl class="facts">${collateral}</dl></details>
</section>
<section aria-labelledby="findings-heading"><h2 id="findings-heading">Findings</h2>
<ol class="findings">${findings}</ol>
<p>Fees would have paid for the bleed at a turnover of ${decimal(breakEven.turnoverPerDay, 2)} times a day; it was ${decimal(result.pool.turnoverPerDay, 2)}. Theta would have paid for
the option twin's at an implied volatility of ${decimal(breakEven.impliedVolatility * 100)} % a year; it was sold at ${decimal(breakEven.soldVolatility * 100)} %.</p>
</section>
`;
}

function hedgeNote(hedge: { readonly trades: number; readonly turnover: number }): string {
  return hedge.trades === 0 ? "" : `Hedged in ${decimal(hedge.trades)} trades worth ${unitText(hedge.turnover, "money")}.`;
}

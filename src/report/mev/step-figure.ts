import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { decimal } from "../number-format.ts";
import { unitText } from "../unit-text.ts";
import { blockTable } from "./block-table.ts";
import type { MevBlock } from "./mev-blocks.ts";
import { stepChart } from "./step-chart.ts";

/** A block's transactions in their order: what each did to the price as a picture, and all that is known of them as a table. */
export function stepFigure(block: MevBlock): Markup {
  const { transactions, poolBefore, price } = block;
  const id = `steps-${block.block}`;
  const last = transactions.at(-1)?.priceAfter ?? poolBefore;
  const count = transactions.length;
  return markup`<figure class="chart" id="${id}" aria-labelledby="${id}-heading"><figcaption><h4 id="${id}-heading">The price through block ${decimal(block.block)}</h4><p id="${id}-sentence">The pool goes from ${unitText(poolBefore, "price")} to ${unitText(last, "price")} in ${count} ${count === 1 ? "step" : "steps"}, beside the reference price of ${unitText(price, "price")}.</p></figcaption>
${stepChart(block)}
${tableMarkup(blockTable(block))}</figure>`;
}

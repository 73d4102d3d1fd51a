import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { decimal } from "../number-format.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { kindTitle } from "./kind-title.ts";
import { kindTone } from "./kind-tone.ts";
import type { FoundExtraction, MevBlock } from "./mev-blocks.ts";
import { stepFigure } from "./step-figure.ts";
import { storyMarkup } from "./story-markup.ts";
import { wordFor } from "./word-for.ts";

const bases: Readonly<Record<string, string>> = {
  observed: "read off the chain",
  inferred: "inferred with the help of the reference price",
};

/** A block that opens: what was extracted, the price through it, and its transactions in their order. */
export function blockDetails(block: MevBlock): Markup {
  const found = summaryOf(block.extractions).map(
    ({ kind, account, loss }) =>
      markup` <span class="found t-${kindTone(kind)}">${kindTitle(kind)} by ${account}, ${unitText(loss, "money")}</span>`,
  );
  const rest = block.extractions.length - found.length;
  const more = rest === 0 ? "" : markup` <span class="when">and ${rest} more</span>`;
  const stories = block.extractions.map(
    (each) =>
      markup`<p class="what-was"><strong class="found t-${kindTone(each.kind)}">${kindTitle(each.kind)}</strong> by ${each.account}, ${wordFor(bases, each.basis)}</p>${storyMarkup(block, each)}`,
  );
  const count = block.transactions.length;
  return markup`<details class="block bulk"><summary id="block-${block.block}"><span class="height">${decimal(block.block)}</span> <span class="when">${readableTime(block.time)}</span>${found}${more} <span class="when">${count} ${count === 1 ? "transaction" : "transactions"}</span></summary>
${stories}${stepFigure(block)}</details>
`;
}

/** Of each kind the one that cost most, in the order of the block. */
function summaryOf(extractions: readonly FoundExtraction[]): readonly FoundExtraction[] {
  return extractions.filter((each) => extractions.every(({ kind, loss }) => kind !== each.kind || loss <= each.loss));
}

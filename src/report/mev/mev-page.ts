import type { MevResult } from "../../core/mev-result.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { decimal } from "../number-format.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { factsList } from "../page/facts-list.ts";
import { folded } from "../page/folded.ts";
import type { PageSection } from "../page/page-text.ts";
import { pageText } from "../page/page-text.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { blockDetails } from "./block-details.ts";
import { bundleLine } from "./bundle-line.ts";
import { confusionLines } from "./confusion-lines.ts";
import { confusionTable } from "./confusion-table.ts";
import { counterfactualLine } from "./counterfactual-line.ts";
import { counterfactualTable } from "./counterfactual-table.ts";
import { dearestOfOthers } from "./dearest-of-others.ts";
import { exactTable } from "./exact-table.ts";
import { gapLine } from "./gap-line.ts";
import { kindTitle } from "./kind-title.ts";
import { kindTone } from "./kind-tone.ts";
import { kindWords } from "./kind-words.ts";
import { kindsTable } from "./kinds-table.ts";
import { liquidityLines } from "./liquidity-lines.ts";
import { mevBlocks } from "./mev-blocks.ts";
import { mevFacts } from "./mev-facts.ts";
import { mevHeader } from "./mev-header.ts";
import { mevNotes } from "./mev-notes.ts";
import { mevScript } from "./mev-script.ts";
import { mevStyle } from "./mev-style.ts";
import { participantsTable } from "./participants-table.ts";
import { searchersTable } from "./searchers-table.ts";
import { shownBlocks } from "./shown-blocks.ts";
import { storyMarkup } from "./story-markup.ts";
import { timelineFigure } from "./timeline-figure.ts";
import { traderLine } from "./trader-line.ts";
import { tradersTable } from "./traders-table.ts";
import { worstExtractions } from "./worst-extractions.ts";
import type { PlacedExtraction } from "./worst-extractions.ts";
import { zeroSumLine } from "./zero-sum-line.ts";

const WORST = 10;

/** The text of a run's index.html about extraction. */
export function mevPage(result: MevResult): string {
  return pageText({
    title: `Extraction: ${result.scenario.title}`,
    header: mevHeader(result),
    sections: [...found(result), ...accounts(result), ...mevFacts(result)],
    footer: "Every number of this page is in mev.json beside it.",
    styles: [mevStyle],
    scripts: [mevScript],
  });
}

/** What was extracted, over the run and block by block. */
function found(result: MevResult): readonly PageSection[] {
  const blocks = mevBlocks(result);
  const ranked = worstExtractions(blocks);
  const shown = shownBlocks(ranked);
  const wasFound = ranked.length > 0;
  const taken = blocks.filter(({ extractions }) => extractions.length > 0).length;
  const kinds = wasFound
    ? markup`${tableMarkup(kindsTable(result.kinds))}${notes([mevNotes.amounts])}${meanings(result.kinds)}`
    : markup`<p>Nothing: no transaction of this run is a sandwich, an arbitrage, a back-run or a liquidation.</p>`;
  return [
    { id: "kinds", title: "What was extracted", content: kinds },
    {
      id: "blocks",
      title: "Block by block",
      content: markup`${timelineFigure(blocks, shown)}${blockList(taken, shown.map(blockDetails))}`,
    },
    ...(wasFound
      ? [{ id: "worst", title: "What cost others most", content: worstLists(ranked, new Set(shown.map(({ block }) => block))) }]
      : []),
  ];
}

/** What it meant to whom, and how sure that is. */
function accounts(result: MevResult): readonly PageSection[] {
  const { participants, searchers, traders, counterfactual, confusion } = result;
  const bundles = bundleLine(result);
  const parts: readonly (PageSection | null)[] = [
    {
      id: "participants",
      title: "Who gained what",
      content: markup`${tableMarkup(participantsTable(participants))}<p>${zeroSumLine(participants)}</p>
${notes([mevNotes.participants])}${folded("To the last unit", tableMarkup(exactTable(participants)))}`,
    },
    searchers.length === 0
      ? null
      : {
          id: "searchers",
          title: "What became of attempts",
          content: markup`${tableMarkup(searchersTable(searchers))}${sentences(bundles === null ? [] : [bundles])}${notes([mevNotes.searchers])}`,
        },
    traders.length === 0
      ? null
      : {
          id: "traders",
          title: "How traders fared",
          content: markup`${tableMarkup(tradersTable(traders))}${sentences(traders.map(traderLine))}`,
        },
    {
      id: "liquidity",
      title: "What it meant to liquidity providers",
      content: sentences([...liquidityLines(result), gapLine(result.gap)]),
    },
    counterfactual === null
      ? null
      : {
          id: "counterfactual",
          title: "What would have been",
          content: markup`${tableMarkup(counterfactualTable(counterfactual))}${sentences([counterfactualLine(counterfactual)])}`,
        },
    {
      id: "inference",
      title: "How far inference can be trusted",
      content: markup`${tableMarkup(confusionTable(confusion))}${sentences([...confusionLines(confusion), mevNotes.inference])}`,
    },
  ];
  return parts.filter((part) => part !== null);
}

function meanings(kinds: MevResult["kinds"]): Markup {
  return factsList(
    kinds
      .filter(({ count }) => count > 0)
      .map(({ kind }) => [kindWords[kind].title, kindWords[kind].meaning, kindWords[kind].tone] as const),
  );
}

function sentences(texts: readonly string[]): Markup {
  return markup`${texts.map((text) => markup`<p>${text}</p>\n`)}`;
}

function notes(texts: readonly string[]): Markup {
  return markup`${texts.map((text) => markup`<p class="soft">${text}</p>\n`)}`;
}

function blockList(of: number, details: readonly Markup[]): Markup {
  if (details.length === 0) return markup``;
  const held =
    details.length === of
      ? `All ${decimal(of)} blocks with extractions are here.`
      : `${decimal(details.length)} of ${decimal(of)} blocks with extractions are here: those that cost others most, of each kind in turn. Every transaction of the run is in transactions.csv, every extraction in extractions.csv.`;
  return markup`<h3>Blocks that open</h3><p>${held} A block opens to its order and to what each transaction did to the price: in its chart the steps of extractions are in colour, those of their victims hatched.</p>
<p class="soft">${mevNotes.transactions}</p>
<div class="block-list">${details}</div>`;
}

function worstLists(ranked: readonly PlacedExtraction[], shown: ReadonlySet<number>): Markup {
  const others = dearestOfOthers(ranked, WORST);
  return markup`${worstList(ranked.slice(0, WORST), shown)}${others.length === 0 ? "" : markup`<h3>The dearest of each kind that is not among them</h3>${worstList(others, shown)}`}`;
}

function worstList(worst: readonly PlacedExtraction[], shown: ReadonlySet<number>): Markup {
  const items = worst.map(({ block, extraction }) => {
    const name = `block ${decimal(block.block)}`;
    const place = shown.has(block.block) ? markup`<a href="#block-${block.block}">${name}</a>` : markup`${name}`;
    return markup`<li><p><strong class="found t-${kindTone(extraction.kind)}">${kindTitle(extraction.kind)}</strong> by ${extraction.account} in ${place}, ${readableTime(block.time)} UTC, at a cost of <strong>${unitText(extraction.loss, "money")}</strong></p>${storyMarkup(block, extraction)}</li>\n`;
  });
  return markup`<ol class="findings">${items}</ol>`;
}

import type { MevResult } from "../../core/mev-result.ts";
import { markup, trusted } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { decimal } from "../number-format.ts";
import { pageHead } from "../page-head.ts";
import { pageStyle } from "../page-style.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
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
import { pageOfTable } from "./page-of-table.ts";
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

/**
 * The text of a run's index.html about extraction: one file that opens from disk. Its content security policy allows the styles and the script in it by
 * their hashes and nothing else, so that it can neither make a request nor run what came in with a text.
 */
export function mevPage(result: MevResult): string {
  const { kinds, participants, searchers, traders, counterfactual } = result;
  const blocks = mevBlocks(result);
  const ranked = worstExtractions(blocks);
  const shown = shownBlocks(ranked);
  const wasFound = ranked.length > 0;
  const bundles = bundleLine(result);
  const page = markup`${pageHead(`Extraction: ${result.scenario.title} · hardhat-crash`, [pageStyle, mevStyle], [mevScript])}
<body>
<main>
${mevHeader(result)}
${section(
  "kinds",
  "What was extracted",
  wasFound
    ? markup`${pageOfTable(kindsTable(kinds))}${notes([mevNotes.amounts])}<dl class="facts">${meanings(kinds)}</dl>`
    : markup`<p>Nothing: no transaction of this run is a sandwich, an arbitrage, a back-run or a liquidation.</p>`,
)}
${section("blocks", "Block by block", markup`${timelineFigure(blocks, shown)}${blockList(blocks.filter(({ extractions }) => extractions.length > 0).length, shown.map(blockDetails))}`)}
${wasFound ? section("worst", "What cost others most", worstLists(ranked, new Set(shown.map(({ block }) => block)))) : ""}
${section(
  "participants",
  "Who gained what",
  markup`${pageOfTable(participantsTable(participants))}<p>${zeroSumLine(participants)}</p>
${notes([mevNotes.participants])}<details><summary>To the last unit</summary>${pageOfTable(exactTable(participants))}</details>`,
)}
${searchers.length === 0 ? "" : section("searchers", "What became of attempts", markup`${pageOfTable(searchersTable(searchers))}${bundles === null ? "" : markup`<p>${bundles}</p>`}${notes([mevNotes.searchers])}`)}
${traders.length === 0 ? "" : section("traders", "How traders fared", markup`${pageOfTable(tradersTable(traders))}${sentences(traders.map(traderLine))}`)}
${section("liquidity", "What it meant to liquidity providers", sentences([...liquidityLines(result), gapLine(result.gap)]))}
${counterfactual === null ? "" : section("counterfactual", "What would have been", markup`${pageOfTable(counterfactualTable(counterfactual))}${sentences([counterfactualLine(counterfactual)])}`)}
${section("inference", "How far inference can be trusted", markup`${pageOfTable(confusionTable(result.confusion))}${sentences([...confusionLines(result.confusion), mevNotes.inference])}`)}
${mevFacts(result)}
<footer class="soft"><p>Written by hardhat-crash. Every number of this page is in mev.json beside it.</p></footer>
</main>
${trusted(`<script>${mevScript}</script>\n`)}</body>
</html>
`;
  return page.markup;
}

function section(id: string, title: string, content: Markup): Markup {
  return markup`<section aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${content}</section>`;
}

function meanings(kinds: MevResult["kinds"]): Markup[] {
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ kind }) => markup`<dt class="t-${kindWords[kind].tone}">${kindWords[kind].title}</dt><dd>${kindWords[kind].meaning}</dd>`);
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

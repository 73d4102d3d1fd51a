import type { MevResult } from "../../core/mev-result.ts";
import { cleanText } from "../clean-text.ts";
import { identityLine } from "../identity-line.ts";
import { decimal } from "../number-format.ts";
import type { StatementOptions } from "../terminal.ts";
import { textStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { bundleLine } from "./bundle-line.ts";
import { confusionLines } from "./confusion-lines.ts";
import { counterfactualLine } from "./counterfactual-line.ts";
import { counterfactualTable } from "./counterfactual-table.ts";
import { dearestOfOthers } from "./dearest-of-others.ts";
import { extractionLine } from "./extraction-line.ts";
import { gapLine } from "./gap-line.ts";
import { kindWords } from "./kind-words.ts";
import { kindsTable } from "./kinds-table.ts";
import { liquidityLines } from "./liquidity-lines.ts";
import { mevBlocks } from "./mev-blocks.ts";
import { mevNotes } from "./mev-notes.ts";
import { mevSize } from "./mev-size.ts";
import type { MevTable } from "./mev-table.ts";
import { participantsTable } from "./participants-table.ts";
import { searchersTable } from "./searchers-table.ts";
import { textOfExtraction } from "./text-of-extraction.ts";
import { textOfTable } from "./text-of-table.ts";
import { traderLine } from "./trader-line.ts";
import { tradersTable } from "./traders-table.ts";
import { worstExtractions } from "./worst-extractions.ts";
import type { PlacedExtraction } from "./worst-extractions.ts";
import { zeroSumLine } from "./zero-sum-line.ts";

const NARROWEST = 40;
const WIDEST = 200;
const WORST = 10;

/** What a person reads on the terminal when a run about extraction is done: who took what from whom, and the worst extractions one by one. Ends with a newline. */
export function renderMev(result: MevResult, options: StatementOptions = {}): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width ?? 100)));
  const style = textStyle(options.color ?? false);
  const { scenario, kinds, participants, searchers, traders, counterfactual } = result;
  const lines: string[] = [];
  const say = (sentence: string | null, look = (text: string): string => text): void => {
    if (sentence !== null) lines.push(...wrapText(cleanText(sentence), width).map(look));
  };
  const head = (title: string): void => {
    lines.push("");
    say(title, style.bold);
  };
  const table = (content: MevTable): void => {
    head(content.caption);
    lines.push(...textOfTable(content, width, style));
  };
  say(`${scenario.title}: who took what from whom`, style.bold);
  say(mevSize(result), style.dim);
  say(extractionLine(result));
  if (kinds.some(({ count }) => count > 0)) {
    table(kindsTable(kinds));
    for (const { kind, count } of kinds) if (count > 0) say(`${kindWords[kind].title}: ${kindWords[kind].meaning}.`, style.dim);
    say(mevNotes.amounts, style.dim);
  }
  if (participants.length > 0) {
    table(participantsTable(participants));
    const balance = zeroSumLine(participants);
    say(balance, balance.startsWith("NOT") ? style.warn : undefined);
    say(mevNotes.participants, style.dim);
  }
  if (searchers.length > 0) {
    table(searchersTable(searchers));
    say(bundleLine(result));
    say(mevNotes.searchers, style.dim);
  }
  if (traders.length > 0) table(tradersTable(traders));
  for (const each of traders) say(traderLine(each));
  head("Liquidity providers");
  for (const line of liquidityLines(result)) say(line);
  say(gapLine(result.gap));
  head("How far inference can be trusted");
  for (const line of confusionLines(result.confusion)) say(line);
  say(mevNotes.inference, style.dim);
  if (counterfactual !== null) {
    table(counterfactualTable(counterfactual));
    say(counterfactualLine(counterfactual));
  }
  const ranked = worstExtractions(mevBlocks(result));
  const worst = ranked.slice(0, WORST);
  const list = (title: string, placed: readonly PlacedExtraction[], from: number): void => {
    if (placed.length > 0) head(title);
    placed.forEach((each, index) => lines.push(...(index === 0 ? [] : [""]), ...textOfExtraction(each, from + index, width, style)));
  };
  list(worst.length === 1 ? "The one extraction" : `The ${decimal(worst.length)} extractions that cost others most`, worst, 1);
  list("The dearest of each kind that is not among them", dearestOfOthers(ranked, WORST), worst.length + 1);
  lines.push("");
  const held = result.identities.every((each) => each.largestGap <= each.tolerance);
  say(identityLine(result), held ? undefined : style.warn);
  if (scenario.thoughtExperiment !== null) say(`Thought experiment: ${scenario.thoughtExperiment}`, style.warn);
  return `${lines.join("\n")}\n`;
}

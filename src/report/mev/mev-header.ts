import type { MevResult } from "../../core/mev-result.ts";
import type { Tone } from "../chart.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { decimal, percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";
import { extractionLine } from "./extraction-line.ts";
import { kindsSum } from "./kinds-sum.ts";
import { mevSize } from "./mev-size.ts";

/** The top of the page: the run in a sentence, and what it did to extractors, liquidity providers and victims. */
export function mevHeader(result: MevResult): Markup {
  const { scenario, kinds } = result;
  const sum = kindsSum(kinds);
  const key = (tone: Tone, title: string, value: number, notes: readonly string[]): Markup =>
    markup`<div class="key-number t-${tone}"><dt>${title}</dt><dd><strong>${unitText(value, "money")}</strong>
${notes.filter((note) => note !== "").map((note) => markup`<span>${note}</span> `)}</dd></div>`;
  const share = (name: "toBuilder" | "burned" | "net", words: string): string =>
    sum.gross > 0 && sum[name] !== 0 ? `${percent(sum[name] / sum.gross, 1)} ${words}` : "";
  const thought =
    scenario.thoughtExperiment === null
      ? ""
      : markup`<p class="notice"><strong>Thought experiment.</strong> ${scenario.thoughtExperiment}</p>`;
  return markup`<header>
<p class="kicker">hardhat-crash · who takes what from whom in a crash</p>
<h1>${scenario.title}</h1>
<p class="lead">${extractionLine(result)}</p>
<p class="what">${scenario.what}</p>
<p class="soft">${mevSize(result)}</p>
<p><a href="crash.html">The same run as a crash: pool, hedgers and their books</a></p>
${thought}
<dl class="key-numbers">${[
    key("arbitrage", "taken by extractors", sum.gross, [
      share("toBuilder", "to the builder"),
      share("burned", "burned"),
      share("net", "kept"),
    ]),
    key("lp", "liquidity providers", sum.poolGain, [`by ${decimal(sum.count)} extractions`]),
    key("loss", "lost by victims of sandwiches", sum.victimLoss, [`in ${decimal(sum.victims)} swaps`]),
  ]}</dl>
</header>
`;
}

import type { ProbedPool, ProbeResult } from "../../core/probe-result.ts";
import { factsList } from "../page/facts-list.ts";
import { folded } from "../page/folded.ts";
import { gridTable } from "../page/grid-table.ts";
import { limitsList } from "../page/limits-list.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { pageText } from "../page/page-text.ts";
import type { PageSection } from "../page/page-text.ts";
import { hostileTable } from "./hostile-table.ts";
import { measuredText } from "./measured-text.ts";
import { poolTone } from "./pool-tone.ts";
import { probeGroups } from "./probe-groups.ts";
import { probeKeys } from "./probe-keys.ts";
import { probeLead } from "./probe-lead.ts";
import { probeLimits } from "./probe-limits.ts";
import { probeNotes } from "./probe-notes.ts";
import { probeSize } from "./probe-size.ts";
import { probeStyle } from "./probe-style.ts";
import { scoreBar } from "./score-bar.ts";
import { scoreText } from "./score-text.ts";
import { slippageFigure } from "./slippage-figure.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["probe.json", "every number of this page; probe.schema.json says what each means"],
];

/** The text of a probe's index.html. */
export function probePage(result: ProbeResult): string {
  const { pools } = result;
  const title = pools.map(({ name }) => name).join(" beside ");
  const sections: readonly PageSection[] = [
    { id: "card", title: "Score card", content: card(pools) },
    { id: "findings", title: "What stands out", content: markup`${pools.map(findings)}` },
    { id: "trades", title: "What a trade costs", content: trades(pools) },
    { id: "readings", title: "Everything that was measured", content: readings(pools) },
    { id: "tokens", title: "Tokens that misbehave", content: tokens(pools) },
    { id: "limits", title: "What a probe leaves out", content: limitsList(probeLimits) },
    { id: "files", title: "The files beside this page", content: factsList(files) },
  ];
  return pageText({
    title,
    header: pageHeader({
      kicker: "how a pool behaves",
      title,
      lead: probeLead(pools),
      what: "Each number is measured by trading on the contract itself, on a chain of its own or on one that is left as it was, and every score follows from one number by a formula.",
      size: probeSize(result),
      keys: probeKeys(pools),
    }),
    sections,
    footer: "Every number of this page is in probe.json beside it.",
    styles: [probeStyle],
  });
}

function card(pools: readonly ProbedPool[]): Markup {
  const scores = pools[0]?.scores ?? [];
  const table = gridTable({
    caption: "Score card",
    kind: "card",
    heads: [
      [{ text: "", tone: "over none" }, ...pools.map(({ name }) => ({ text: name, span: 2, tone: "over" }))],
      [{ text: "score" }, ...pools.flatMap((_, i) => [{ text: "0 to 100", tone: `t-${poolTone(i)}` }, { text: "measured" }])],
    ],
    groups: [
      {
        rows: scores.map(({ title }, row) => [
          title,
          ...pools.flatMap(({ scores: own }, i) => {
            const score = own[row];
            if (score === undefined) return ["–", "–"];
            const bar = score.score === null ? "" : scoreBar(score.score, poolTone(i));
            return [markup`${scoreText(score)}${bar}`, measuredText(score)];
          }),
        ]),
      },
    ],
    rowHeads: 1,
  });
  const formulas = factsList(scores.map(({ title, formula, what }) => [title, markup`<code>${formula}</code>, where ${what}`] as const));
  return markup`<p>A score is a function of one measured number. There is no average: a pool is as good as its weakest side.</p>
${table}${folded("How each score follows", formulas)}`;
}

function findings({ name, findings: sentences }: ProbedPool): Markup {
  if (sentences.length === 0) return markup`<h3>${name}</h3><p>Nothing: what it says is what it does.</p>\n`;
  return markup`<h3>${name}</h3><ol class="findings">${sentences.map((sentence) => markup`<li><p>${sentence}</p></li>\n`)}</ol>`;
}

function trades(pools: readonly ProbedPool[]): Markup {
  if (pools.every(({ readings: { slippage } }) => slippage.value === null)) return markup`<p>Not applicable: no trade was measured.</p>`;
  return markup`<div class="charts">${slippageFigure(pools, "sell")}${slippageFigure(pools, "buy")}</div>`;
}

function readings(pools: readonly ProbedPool[]): Markup {
  const table = gridTable({
    caption: "Everything that was measured",
    kind: "readings",
    heads: [[{ text: "" }, ...pools.map(({ name }, i) => ({ text: name, tone: `t-${poolTone(i)}` }))]],
    groups: probeGroups(pools).map(({ title, rows }) => ({
      title: { text: title },
      rows: rows.map(({ label, cells }) => [label, ...cells]),
    })),
    rowHeads: 1,
  });
  const notes = pools.flatMap((pool) => {
    const sentences = probeNotes(pool);
    return sentences.length === 0 ? [] : [markup`<h3>Not measured: ${pool.name}</h3>${limitsList(sentences)}`];
  });
  return markup`${table}${notes}`;
}

function tokens(pools: readonly ProbedPool[]): Markup {
  return markup`<p>The same pool with a quote token that ERC-20 allows and that has been met. A pool is whole where it holds its reserves and √(xy) for each share has not fallen; an operation is clean where a success moved what it says, a refusal moved
nothing, and no call got in in the middle.</p>
${pools.map((pool) => (pool.readings.hostile.value === null ? markup`<h3>${pool.name}</h3><p>Not applicable: ${pool.readings.hostile.why}.</p>\n` : markup`<h3>${pool.name}</h3>${hostileTable(pool)}`))}`;
}

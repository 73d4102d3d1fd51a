import type { Comparison, ComparisonFinding, ComparisonTopic } from "../../core/comparison.ts";
import { findingInterval } from "../finding-interval.ts";
import { identityLine } from "../identity-line.ts";
import { factsList } from "../page/facts-list.ts";
import { findingsList } from "../page/findings-list.ts";
import { folded } from "../page/folded.ts";
import { gridTable } from "../page/grid-table.ts";
import { bookTone } from "../page/book-tone.ts";
import { identitiesTable } from "../page/identities-table.ts";
import { limitsList } from "../page/limits-list.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { pageText } from "../page/page-text.ts";
import { settingsTable } from "../page/settings-table.ts";
import { compareHeader } from "./compare-header.ts";
import { compareLimits } from "./compare-limits.ts";
import { compareStyle } from "./compare-style.ts";
import { comparedStatement } from "./compared-statement.ts";
import { flowFigure } from "./flow-figure.ts";
import { flowHeads, flowRows } from "./flow-table.ts";
import type { EstimateRow } from "./flow-table.ts";
import { pathsFigure } from "./paths-figure.ts";
import { QUESTION } from "./question.ts";
import { systemHeads, systemRows } from "./systems-table.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["compare.json", "every number of this page; compare.schema.json says what each means"],
];

/** The text of a comparison's index.html. */
export function comparePage(comparison: Comparison): string {
  const { scenarios, findings, answer, shock } = comparison;
  const loop = markup`<p>On a recorded path nobody moves the price. So each system below falls on its own, by as much and for as long as the scenario, over ${shock.blocks} blocks and with its volatility around it, in a market whose price follows
what is bought and sold: the gain is the share of a return that comes back one block later, and the fall is held against the same one with nobody trading.</p>
${estimates("What each system does to a fall", "system", comparison, systemHeads, systemRows(scenarios))}${folded("Who is in each system", factsList((scenarios[0]?.systems ?? []).map(({ title, what }) => [title, what] as const)))}`;
  const sections: readonly PageSection[] = [
    { id: "statement", title: "One statement for both", content: statement(comparison) },
    { id: "paths-part", title: "The two crashes", content: markup`<div class="charts">${pathsFigure(comparison)}</div>` },
    { id: "loss", title: "The loss", content: found(findings, "loss") },
    {
      id: "flow",
      title: "The flow",
      content: markup`<p>The slope is what was bought per unit of log return, over a quarter of the position's value: −1 is a pool without fees, +1 who hedges it without delay.</p>
<div class="charts">${scenarios.map(flowFigure)}</div>${estimates("Direction of the flow", "participant", comparison, flowHeads, flowRows(scenarios))}${found(findings, "flow")}`,
    },
    { id: "loop", title: "What turns the pool", content: markup`${loop}${found(findings, "loop")}` },
    { id: "claims", title: "What is popularly said", content: claims(findings) },
    ...facts(comparison),
    {
      id: "answer",
      title: QUESTION,
      content: markup`${answer.map((sentence) => markup`<p>${sentence}</p>\n`)}`,
    },
  ];
  return pageText({
    title: scenarios.map(({ short }) => short).join(" beside "),
    header: compareHeader(comparison),
    sections,
    footer: "Every number of this page is in compare.json beside it.",
    styles: [compareStyle],
  });
}

function statement({ scenarios, seeds }: Comparison): Markup {
  const { columns, rows } = comparedStatement(scenarios);
  const rowsOf = (...kinds: readonly string[]): readonly (readonly string[])[] =>
    rows.filter(({ kind }) => kinds.includes(kind)).map(({ label, cells }) => [label, ...cells]);
  const table = gridTable({
    caption: "The statement of both crashes, in parts of a hundred of each book's start capital",
    kind: "compared",
    heads: [
      [{ text: "", tone: "over none" }, ...scenarios.map(({ short, books }) => ({ text: short, span: books.length, tone: "over" }))],
      [{ text: "line" }, ...columns.map(({ book }) => ({ text: book.title, tone: `t-${bookTone[book.book]}` }))],
    ],
    groups: [{ rows: rowsOf("line") }, { title: { text: "Together" }, rows: rowsOf("total", "capital") }],
    rowHeads: 1,
  });
  return markup`<p>Means over ${seeds === 1 ? "one seed" : `${seeds} seeds`}, in parts of a hundred of the capital that each book starts with, so that the crashes can be held against each other. The total comes from balances and marks, the lines from flows.</p>
${table}${folded("What the lines mean", factsList(rows.map(({ label, meaning }) => [label, meaning] as const)))}`;
}

/** Estimates in groups of columns, one a scenario. */
function estimates(caption: string, of: string, { scenarios }: Comparison, heads: readonly string[], rows: readonly EstimateRow[]): Markup {
  return gridTable({
    caption,
    kind: "wide-grid",
    heads: [
      [{ text: "", tone: "over none" }, ...scenarios.map(({ short }) => ({ text: short, span: heads.length, tone: "over" }))],
      [{ text: of }, ...scenarios.flatMap(() => heads.map((text) => ({ text })))],
    ],
    groups: [
      {
        rows: rows.map(({ title, cells }) => [
          title,
          ...cells.map(({ value, interval }) => (interval === "" ? value : markup`${value}<small>${interval}</small>`)),
        ]),
      },
    ],
    rowHeads: 1,
  });
}

function found(findings: readonly ComparisonFinding[], topic: ComparisonTopic): Markup {
  return findingsList(findings.filter((each) => each.topic === topic).map(evident));
}

function claims(findings: readonly ComparisonFinding[]): Markup {
  const items = findings
    .filter(({ topic }) => topic === "claim")
    .map((claim) => {
      const standing = claim.standing ?? "cannot be told";
      const { sentence, evidence } = evident(claim);
      return markup`<li><p><strong class="standing ${standing === "contradicted" ? "contradicted" : ""}">${standing}:</strong> “${claim.subject}”</p><p>${sentence}</p><p class="soft">${evidence}</p></li>\n`;
    });
  return markup`<ol class="findings">${items}</ol>`;
}

function evident(finding: ComparisonFinding): { readonly sentence: string; readonly evidence: Markup } {
  return { sentence: finding.sentence, evidence: markup`<code>${finding.field}</code> = ${findingInterval(finding)}` };
}

/** What the comparison stands on. */
function facts({ scenarios, seed, seeds, shock }: Comparison): readonly PageSection[] {
  const balances = scenarios.map(
    ({ short, identities }) =>
      markup`<h3>${short}</h3><p>${identityLine({ identities })}</p>${folded("Identities", identitiesTable(identities, short))}`,
  );
  const own = scenarios.map((each) =>
    folded(`Settings of ${each.short}`, settingsTable(`Settings of ${each.short}`, Object.entries(each.settings))),
  );
  const shared = settingsTable("Settings that all systems share", [["seed", seed], ["seeds", seeds], ...Object.entries(shock.settings)]);
  return [
    { id: "identities", title: "Do the books balance?", content: markup`${balances}${own}${folded("Settings of the systems", shared)}` },
    { id: "limits", title: "What the comparison leaves out", content: limitsList(compareLimits) },
    { id: "files", title: "The files beside this page", content: factsList(files) },
  ];
}

import type { SweepSummary } from "../../core/sweep-summary.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { decimal } from "../number-format.ts";
import { tableMarkup } from "../table-markup.ts";
import { exampleQuery } from "./example-query.ts";
import { sweepLimits } from "./sweep-limits.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["summary.json", "every number of this page"],
  ["sweep.json", "what was asked for: scenario, engine, axes, settings, paths and seed; the parts belong to it"],
  [
    "parts/*.parquet",
    "a row for each path of each cell: path, a column for each axis, each line of each book such as lp.total, hedged-lp.total and option-twin.bleed, pool.swaps, blocks, logReturn and startCapital",
  ],
];

/** What the sweep stands on: how numbers were made, scenario and settings, what the model leaves out, the files beside the page. */
export function sweepFacts(summary: SweepSummary): Markup {
  const { scenario, paths } = summary;
  const query = exampleQuery(summary.axes.map(({ key }) => key)).map((line) =>
    line.startsWith("  ") ? markup`  ${line}\n` : markup`${line}\n`,
  );
  return markup`<section aria-labelledby="method-heading"><h2 id="method-heading">How the numbers were made</h2>
${facts([
  ["interval", intervalNote(paths)],
  [
    "common random numbers",
    "All books of a cell walk the same paths, and path by path all cells are drawn from the same random numbers. So a difference between books is taken on each path before its mean and error are, and most of what the paths do to both drops out of it.",
  ],
  ["quantile", "The smallest total with at least that share of paths at or below it; nothing is interpolated."],
  [
    "VaR and ES",
    "Value at risk 95 % is the loss at the 5 % quantile, expected shortfall 95 % the mean loss over the worst 5 % of paths (Acerbi and Tasche 2002). Losses are positive.",
  ],
  ["return", "Total over start capital; margin is not counted."],
  [
    "hedged LP − option twin",
    "The desk holds the square-root claim with the LP's dollar gamma at the start, delta-hedged under the same policy at the same market. LP ahead or desk ahead is said where the interval leaves zero out.",
  ],
])}</section>
<section aria-labelledby="scenario-heading"><h2 id="scenario-heading">Scenario and settings</h2>
${facts([
  ["scenario", scenario.name],
  ["source", scenario.source],
])}
<details><summary>Settings</summary>${tableMarkup({
    caption: "Settings of the sweep",
    head: ["setting", "value"],
    rows: [
      ["engine", summary.engine],
      ["seed", String(summary.seed)],
      ["paths", decimal(paths)],
      ...summary.axes.map(({ key, values }) => [key, `${values.map(String).join(", ")} (an axis)`]),
      ...Object.entries(summary.settings).map(([key, value]) => [key, String(value)]),
    ],
    textColumns: 2,
  })}</details></section>
<section aria-labelledby="limits-heading"><h2 id="limits-heading">What the model leaves out</h2>
<ul class="limits">${sweepLimits[summary.engine].map((limit) => markup`<li>${limit}</li>\n`)}</ul></section>
<section aria-labelledby="files-heading"><h2 id="files-heading">The files beside this page</h2>
${facts(files)}
<p>With DuckDB, in the folder of this page:</p>
<pre tabindex="0" role="region" aria-label="A query for DuckDB"><code>${query}</code></pre></section>
`;
}

function facts(rows: readonly (readonly [string, string])[]): Markup {
  return markup`<dl class="facts">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`;
}

function intervalNote(paths: number): string {
  return paths < 2
    ? "There are none: a single path says nothing of how far others lie apart."
    : `95 %, for the mean over paths: Student's t with ${decimal(paths - 1)} degrees of freedom, over ${decimal(paths)} independent paths. It says how far chance moves the mean, not how far a single path lies from it, and nothing of whether the model is right.`;
}

import type { SweepSummary } from "../../core/sweep-summary.ts";
import { decimal } from "../number-format.ts";
import { factsList } from "../page/facts-list.ts";
import { folded } from "../page/folded.ts";
import { limitsList } from "../page/limits-list.ts";
import { markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { settingsTable } from "../page/settings-table.ts";
import { exampleQuery } from "./example-query.ts";
import { sweepLimits } from "./sweep-limits.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["summary.json", "every number of this page"],
  ["sweep.json", "what was asked for: scenario, engine, axes, settings, paths and seed; the parts belong to it"],
  [
    "parts/*.parquet",
    "a row for each path of each cell: path, a column for each axis, each line of each book such as lp.total, hedged-lp.total and option-twin.bleed, pool.swaps, blocks, logReturn and startCapital; of desk and insurer null in cells that have none",
  ],
];

/** What the sweep stands on: how numbers were made, scenario and settings, what the model leaves out, the files beside the page. */
export function sweepFacts(summary: SweepSummary): readonly PageSection[] {
  const { scenario, paths, axes } = summary;
  const query = exampleQuery(axes.map(({ key }) => key)).map((line) => (line.startsWith("  ") ? markup`  ${line}\n` : markup`${line}\n`));
  const settings = settingsTable("Settings of the sweep", [
    ["engine", summary.engine],
    ["seed", summary.seed],
    ["paths", decimal(paths)],
    ...axes.map(({ key, values }) => [key, `${values.map(String).join(", ")} (an axis)`] as const),
    ...Object.entries(summary.settings),
  ]);
  return [
    { id: "method", title: "How the numbers were made", content: factsList(methodFacts(paths)) },
    {
      id: "scenario",
      title: "Scenario and settings",
      content: markup`${factsList([
        ["scenario", scenario.name],
        ["source", scenario.source],
      ])}
${folded("Settings", settings)}`,
    },
    { id: "limits", title: "What the model leaves out", content: limitsList(sweepLimits[summary.engine]) },
    {
      id: "files",
      title: "The files beside this page",
      content: markup`${factsList(files)}
<p>With DuckDB, in the folder of this page:</p>
<pre tabindex="0" role="region" aria-label="A query for DuckDB"><code>${query}</code></pre>`,
    },
  ];
}

function methodFacts(paths: number): readonly (readonly [name: string, what: string])[] {
  return [
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
  ];
}

function intervalNote(paths: number): string {
  return paths < 2
    ? "There are none: a single path says nothing of how far others lie apart."
    : `95 %, for the mean over paths: Student's t with ${decimal(paths - 1)} degrees of freedom, over ${decimal(paths)} independent paths. It says how far chance moves the mean, not how far a single path lies from it, and nothing of whether the model is right.`;
}

import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { bookTone } from "../statement-picture.ts";
import { cellLabel } from "./cell-label.ts";
import { differenceOf } from "./difference-of.ts";
import { extremeCells } from "./extreme-cells.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { intervalText } from "./interval-text.ts";
import { mainTail } from "./main-tail.ts";
import { returnOf } from "./return-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { standing } from "./standing.ts";
import { sweepSize } from "./sweep-size.ts";
import { tailName } from "./tail-name.ts";
import { tailOf } from "./tail-of.ts";
import { verdict } from "./verdict.ts";

/** The top of the page: what was swept, who is ahead, and the key numbers of hedged LP, option twin and their difference. */
export function sweepHeader(summary: SweepSummary): Markup {
  const { scenario, axes } = summary;
  const thought =
    scenario.thoughtExperiment === null
      ? ""
      : markup`<p class="notice"><strong>Thought experiment.</strong> ${scenario.thoughtExperiment}</p>`;
  const swept = axes.map(({ key, values }) => markup`<dt>${key}</dt><dd>${values.map(String).join(", ")}</dd>`);
  return markup`<header>
<p class="kicker">hardhat-crash · Monte Carlo sweep · a liquidity pool beside a delta hedger</p>
<h1>${scenario.title}</h1>
<p class="lead">${standing(summary)}</p>
<p class="what">${scenario.what}</p>
<p class="soft">${sweepSize(summary)}</p>
${axes.length === 0 ? "" : markup`<dl class="facts axes">${swept}</dl>`}
${thought}
<dl class="key-numbers">${[bookKey(summary, "hedged-lp"), bookKey(summary, "option-twin"), differenceKey(summary)]}</dl>
</header>
`;
}

function bookKey(summary: SweepSummary, name: BookName): Markup {
  const tail = mainTail(summary);
  const title = summary.cells[0]?.books.find(({ book }) => book === name)?.title;
  if (title === undefined) return markup``;
  const shortfall = (cell: SweepCell): number | null => tailOf(summary, cell, name, "expectedShortfall", tail);
  const ends = extremeCells(summary.cells, shortfall);
  const percent = (share: number): string => figureText(100 * share, 2);
  const loss =
    ends === null
      ? ""
      : summary.cells.length === 1
        ? `expected shortfall ${tailName(tail)}: ${percent(ends.least.value)} %`
        : `expected shortfall ${tailName(tail)}: ${percent(ends.least.value)} to ${percent(ends.most.value)} %`;
  return keyNumber(summary, title, bookTone[name], (cell) => returnOf(cell, name), ["mean return", loss]);
}

function differenceKey(summary: SweepSummary): Markup {
  const estimate = (cell: SweepCell): Estimate | undefined => {
    const difference = differenceOf(cell, "hedged-lp", "option-twin");
    return difference === undefined ? undefined : scaleEstimate(difference, 1 / cell.startCapital);
  };
  const [only] = summary.cells;
  const single = only === undefined || summary.cells.length > 1 ? undefined : estimate(only);
  return keyNumber(summary, "hedged LP − option twin", "ink", estimate, [
    "mean difference on the same paths",
    single === undefined ? "" : verdict(single),
  ]);
}

/** A number with its interval; of several cells the lowest and the highest, and where they are. */
function keyNumber(
  summary: SweepSummary,
  title: string,
  tone: string,
  of: (cell: SweepCell) => Estimate | undefined,
  notes: readonly string[],
): Markup {
  const { cells } = summary;
  const estimates = new Map(cells.map((cell) => [cell, of(cell)]));
  const errors = [...estimates.values()].map((each) => (each?.standardError ?? 0) * 100);
  const digits = fittingDigits(errors, 2, 3);
  const percent = (share: number): string => figureText(100 * share, digits, "+");
  const ends = extremeCells(cells, (cell) => estimates.get(cell)?.mean ?? null);
  if (ends === null) return markup``;
  const within = (cell: SweepCell): string => {
    const interval = estimates.get(cell)?.interval ?? null;
    return interval === null ? "no interval" : `95 %: ${intervalText([100 * interval[0], 100 * interval[1]], digits, "+")} %`;
  };
  const lines =
    cells.length === 1
      ? [within(ends.most.cell)]
      : (
          [
            ["highest", ends.most],
            ["lowest", ends.least],
          ] as const
        ).map(([word, { cell }]) => `${word} at ${cellLabel(summary, cell)} (${within(cell)})`);
  const number =
    ends.least.value === ends.most.value
      ? markup`<strong>${percent(ends.most.value)} %</strong>`
      : markup`<strong class="range">${percent(ends.least.value)} to ${percent(ends.most.value)} %</strong>`;
  const [what, ...further] = notes;
  return markup`<div class="key-number t-${tone}"><dt>${title}</dt><dd>${number}
${[what ?? "", ...lines, ...further].filter((each) => each !== "").map((each) => markup`<span>${each}</span> `)}</dd></div>`;
}

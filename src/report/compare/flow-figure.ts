import type { ComparedScenario } from "../../core/comparison.ts";
import type { BookName } from "../../core/result.ts";
import { chartFrame } from "../charts/chart-frame.ts";
import { swatch } from "../charts/swatch.ts";
import { decimal, signedPercent } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import type { Tone } from "../page/tone.ts";
import { linesPicture } from "./lines-picture.ts";
import { atShare, sharesOf } from "./shares-of-run.ts";

const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * What pool and hedges of one crash have bought and sold, over the share of the run that has gone by.
 *
 * @param index which of the crashes it is
 */
export function flowFigure({ short, series }: ComparedScenario, index: number): Markup {
  const id = `flow-${index + 1}`;
  const heading = `Bought and sold: ${short}`;
  const ends = series.flow.map(({ title, values }) => `${title} ${signedPercent(values.at(-1) ?? NaN, 1)}`);
  const keys = series.flow.map(({ participant, title }) => markup`<li>${swatch(toneOf(participant), "thin")}${title}</li>`);
  return chartFrame({
    id,
    heading,
    sentence: `Running net purchase of base in the run of the first seed, over the base that the position begins with. At the end: ${ends.join(", ")}.`,
    width: "half",
    legend: markup`<ul class="legend" aria-label="Lines of ${heading}">${keys}</ul>\n`,
    picture: linesPicture(
      id,
      series.flow.map(({ participant, title, values }) => ({
        label: title,
        tone: toneOf(participant),
        at: sharesOf(series),
        values: values.map((value) => 100 * value),
      })),
      220,
      (value, digits) => `${decimal(value, digits)} %`,
    ),
    table: tableMarkup({
      caption: `${heading}, as a table`,
      head: ["of the run", ...series.flow.map(({ title }) => title)],
      rows: STEPS.map((share) => [
        `${decimal(100 * share)} %`,
        ...series.flow.map(({ values }) => signedPercent(atShare(series, values, share), 1)),
      ]),
    }),
  });
}

/** The pool is drawn as the liquidity position is. */
function toneOf(participant: string): Tone {
  return participant === "pool" ? "lp" : (bookTone[participant as BookName] ?? "ink");
}

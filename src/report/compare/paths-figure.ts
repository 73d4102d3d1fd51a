import type { Comparison, ComparedScenario } from "../../core/comparison.ts";
import { chartFrame } from "../charts/chart-frame.ts";
import { swatch } from "../charts/swatch.ts";
import { decimal } from "../number-format.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import type { Tone } from "../page/tone.ts";
import { atShare, sharesOf } from "./shares-of-run.ts";
import { linesPicture } from "./lines-picture.ts";

const HEADING = "Both prices, the start at 100";
const tones: readonly Tone[] = ["lp", "twin"];
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The two paths over the share of their runs that has gone by. */
export function pathsFigure({ scenarios }: Pick<Comparison, "scenarios">): Markup {
  const toneOf = (index: number): Tone => tones[index] ?? "ink";
  const hundred = ({ series }: ComparedScenario): readonly number[] => series.price.map((price) => 100 * price);
  const lows = scenarios.map(
    (each) =>
      `${each.short} falls to ${decimal(
        hundred(each).reduce((low, price) => Math.min(low, price), Infinity),
        1,
      )}`,
  );
  return chartFrame({
    id: "paths",
    heading: HEADING,
    sentence: `Each run of the first seed over the share of it that has gone by, so that a day stands beside months: ${lows.join(", ")}.`,
    width: "full",
    legend: markup`<ul class="legend" aria-label="Lines of both prices">${scenarios.map(({ short }, i) => markup`<li>${swatch(toneOf(i), "thin")}${short}</li>`)}</ul>\n`,
    picture: linesPicture(
      "paths",
      scenarios.map((each, i) => ({ label: each.short, tone: toneOf(i), at: sharesOf(each.series), values: hundred(each) })),
      240,
      (value, digits) => decimal(value, digits),
    ),
    table: tableMarkup({
      caption: `${HEADING}, as a table`,
      head: ["of the run", ...scenarios.map(({ short }) => short)],
      rows: STEPS.map((share) => [
        `${decimal(100 * share)} %`,
        ...scenarios.map((each) => decimal(atShare(each.series, hundred(each), share), 2)),
      ]),
    }),
  });
}

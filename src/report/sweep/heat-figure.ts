import type { SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { folded } from "../page/folded.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import type { HeatMeasure } from "./heat-measures.ts";
import { heatScale } from "./heat-scale.ts";
import type { HeatScale } from "./heat-scale.ts";
import { heatTable } from "./heat-table.ts";
import { intervalText } from "./interval-text.ts";

/** Maps beyond these are folded away. */
const OPEN_MAPS = 6;
/** A map of more columns takes the page's whole width. */
const HALF_COLUMNS = 4;

/**
 * One measure over the first two axes, as tables whose cells have a colour each: one for every combination of the further axes' values, all on one scale. Of
 * a single axis it is one row.
 */
export function heatFigure(summary: SweepSummary, measure: HeatMeasure): Markup {
  const estimates = new Map(summary.cells.map((cell) => [cell, measure.estimate(cell)]));
  const known = [...estimates.values()].filter((estimate) => estimate !== null);
  const means = known.map(({ mean }) => mean);
  const scale = heatScale(measure.kind, means);
  if (scale === null) return markup``;
  const factor = measure.unit === "percent" ? 100 : 1;
  const reach = Math.max(...means) - Math.min(...means);
  const errors = known.map(({ standardError }) => (standardError ?? reach / 10) * factor);
  const digits = fittingDigits(errors, 2, measure.unit === "ratio" ? 2 : 3);
  const text = (value: number): string =>
    value === Infinity ? "∞" : figureText(value * factor, digits, measure.plus) + (measure.unit === "percent" ? " %" : "");
  const filled = (cell: SweepCell | undefined): Markup => {
    const estimate = cell === undefined ? null : (estimates.get(cell) ?? null);
    if (estimate === null) return markup`<td>–</td>`;
    const { mean, interval } = estimate;
    const ends = interval === null ? null : ([interval[0] * factor, interval[1] * factor] as const);
    const small = ends === null ? "" : markup`<small>${intervalText(ends, digits)}</small>`;
    return markup`<td class="${stepClass(scale, scale.stepOf(mean))}">${text(mean)}${small}</td>`;
  };
  const maps = mapsOf(summary).map(({ label, cells }) => heatTable(summary.axes, `${measure.heading}${label}`, label, cells.map(filled)));
  const columns = summary.axes[1]?.values.length ?? summary.axes[0]?.values.length ?? 1;
  const rest = maps.slice(OPEN_MAPS);
  const more = rest.length === 0 ? "" : folded(`${rest.length} more maps of ${measure.heading}`, rest);
  return markup`<figure class="heat ${columns > HALF_COLUMNS ? "full" : "half"}" id="${measure.id}" aria-labelledby="${measure.id}-heading"><figcaption><h3 id="${measure.id}-heading">${measure.heading}</h3><p>${measure.sentence}</p></figcaption>
${legend(scale, measure, text)}
${maps.slice(0, OPEN_MAPS)}${more}</figure>
`;
}

function legend(scale: HeatScale, measure: HeatMeasure, text: (value: number) => string): Markup {
  const [low, middle, high] = scale.ends;
  if (low === high) return markup`<p class="soft">The same in every cell: ${text(low)}.</p>`;
  const steps = Array.from({ length: scale.steps }, (_, step) => markup`<i class="${stepClass(scale, step)}"></i>`);
  return markup`<div class="scale"><div class="ramp" aria-hidden="true">${steps}</div><span>${text(low)} ${measure.ends[0]}</span><span>${text(middle)}</span><span>${text(high)} ${measure.ends[1]}</span></div>`;
}

function stepClass(scale: HeatScale, step: number): string {
  return `${scale.kind === "sequential" ? "s" : "d"}${step}`;
}

interface HeatMap {
  /** The further axes' values, after a comma; empty where there are none. */
  readonly label: string;
  readonly cells: readonly (SweepCell | undefined)[];
}

/** The cells of each map, row by row. */
function mapsOf({ axes, cells }: SweepSummary): readonly HeatMap[] {
  const further = axes.slice(2);
  const count = further.reduce((product, { values }) => product * values.length, 1);
  const size = axes.slice(0, 2).reduce((product, { values }) => product * values.length, 1);
  return Array.from({ length: count }, (_, map) => {
    const own = Array.from({ length: size }, (_each, place) => cells[place * count + map]);
    const label = further.map(({ key }, axis) => `, ${key}=${String(own[0]?.at[axis + 2] ?? "")}`).join("");
    return { label, cells: own };
  });
}

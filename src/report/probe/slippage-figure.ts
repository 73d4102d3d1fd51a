import type { ProbedPool, SlippagePoint } from "../../core/probe-result.ts";
import { axisTicks } from "../charts/axis-ticks.ts";
import { chartFrame } from "../charts/chart-frame.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { swatch } from "../charts/swatch.ts";
import { decimal, percent } from "../number-format.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { toneDash } from "../page/tone.ts";
import { poolTone } from "./pool-tone.ts";

type Side = SlippagePoint["side"];

const TALL = 200;
const FOOT = 22;
const TICKS = 5;
/** Of the drawing, which is stretched over its place. */
const WIDE = 10_000;

const words = { sell: { id: "selling", heading: "Selling base" }, buy: { id: "buying", heading: "Buying base" } } as const;

/** What trades on one side cost in every pool, from the smallest to the largest size. */
export function slippageFigure(pools: readonly ProbedPool[], side: Side): Markup {
  const { id, heading } = words[side];
  const series = pools.map(({ readings }) => (readings.slippage.value ?? []).filter((point) => point.side === side));
  const sizes = series.find((points) => points.length > 0)?.map(({ share }) => share) ?? [];
  const half = pools.map(({ name }, i) => `${name} ${costText(series[i]?.at(-1)?.cost)}`).join(", ");
  return chartFrame({
    id,
    heading,
    sentence: `Fee and impact together, against the size of the trade as a share of the reserve of what is paid in; half of it costs: ${half}.`,
    width: "half",
    legend: markup`<ul class="legend" aria-label="Pools: ${heading}">${pools.map(({ name }, i) => markup`<li>${swatch(poolTone(i), "thin")}${name}</li>`)}</ul>\n`,
    picture: picture(id, sizes, series),
    table: tableMarkup({
      caption: `${heading}, as a table`,
      head: ["of the reserve", ...pools.map(({ name }) => name)],
      rows: sizes.map((share, at) => [percent(share, 1), ...series.map((points) => costText(points[at]?.cost))]),
    }),
  });
}

function costText(cost: number | null | undefined): string {
  return cost === null || cost === undefined ? "refused" : percent(cost, 3);
}

/** Sizes stand side by side at equal distances, costs are read on the left. */
function picture(id: string, sizes: readonly number[], series: readonly (readonly SlippagePoint[])[]): Markup {
  const costs = series.flatMap((points) => points.flatMap(({ cost }) => cost ?? []));
  const high = Math.max(1e-6, ...costs);
  const low = Math.min(0, ...costs);
  const { values: ticks, digits } = axisTicks(100 * low, 100 * high, TICKS);
  const y = (cost: number, tall: number): number => Math.round((tall * (high - cost)) / (high - low));
  const x = (at: number): number => Math.round((WIDE * at) / Math.max(1, sizes.length - 1));
  const rules = ticks.map((tick) => markup`<line class="rule" x1="0" x2="100%" y1="${y(tick / 100, TALL)}" y2="${y(tick / 100, TALL)}"/>`);
  const labels = ticks.map((tick) => markup`<text x="0" y="${y(tick / 100, TALL) - 3}">${`${decimal(tick, digits)} %`}</text>`);
  const shown = sizes.flatMap((share, at) => (at % 4 === 0 ? [{ share, at }] : []));
  const feet = shown.map(({ share, at }) => {
    const anchor = at === 0 ? "start" : at === sizes.length - 1 ? "end" : "middle";
    return markup`<text x="${x(at) / 100}%" y="${TALL + FOOT - 6}" text-anchor="${anchor}">${percent(share, share < 0.01 ? 1 : 0)}</text>`;
  });
  const lines = series.map((points, i) => {
    const tone = poolTone(i);
    const places = points.flatMap(({ cost }, at) => (cost === null ? [] : [`${x(at)} ${y(cost, 1_000)}`]));
    const dash = toneDash[tone].length === 0 ? "" : markup` stroke-dasharray="${toneDash[tone].join(" ")}"`;
    return places.length < 2 ? markup`` : markup`<path class="line t-${tone}" d="M${places.join("L")}"${dash}/>`;
  });
  return markup`<svg class="drawing" ${pictureOf(id)} width="100%" height="${TALL + FOOT}">${rules}<svg width="100%" height="${TALL}" viewBox="0 0 ${WIDE} 1000" preserveAspectRatio="none">${lines}</svg>${labels}${feet}</svg>`;
}

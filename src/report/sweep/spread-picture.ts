import type { Histogram } from "../../core/sweep-summary.ts";
import type { Tone } from "../page/tone.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { axisTicks } from "../charts/axis-ticks.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { figureText } from "./figure-text.ts";
import { histogramPath } from "./histogram-path.ts";

/** One histogram of a picture. */
export interface SpreadBand {
  readonly title: string;
  readonly tone: Tone;
  /** In quote. */
  readonly histogram: Histogram;
  /** Lines across it, in quote. */
  readonly marks: readonly { readonly look: string; readonly value: number }[];
}

/** Pixels. */
const BAND = 82;
const LEAST_BANDS = 246;
const TITLE = 19;
const AXIS = 40;

/**
 * Histograms one above the other on a common axis, and on a common scale of heights, as an SVG that is as wide as its place: text keeps its size, and only
 * what is drawn is stretched.
 *
 * @param percent of a quote: what to multiply values with
 * @param paths of each book
 * @param id of the frame that it stands in
 */
export function spreadPicture(bands: readonly SpreadBand[], percent: number, paths: number, id: string): Markup {
  const [low, high] = rangeOf(bands, percent);
  const foot = Math.max(LEAST_BANDS, BAND * bands.length);
  const place = (value: number): number => Math.round((10_000 * (value - low)) / (high - low)) / 100;
  const tallest = Math.max(0, ...bands.flatMap(({ histogram }) => histogram.counts));
  const ticks = axisTicks(low, high, 6);
  const line = (look: string, x: number, from: number, to: number): Markup =>
    markup`<line class="${look}" x1="${x}%" x2="${x}%" y1="${from}" y2="${to}"/>`;
  const grid = ticks.values.map((tick) => line(tick === 0 ? "origin" : "rule", place(tick), 0, foot));
  const labels = ticks.values.map((tick) => {
    const x = place(tick);
    const anchor = x < 5 ? "start" : x > 95 ? "end" : "middle";
    return markup`<text x="${x}%" y="${foot + 16}" text-anchor="${anchor}">${figureText(tick, ticks.digits, "+")}</text>`;
  });
  const height = foot / Math.max(1, bands.length);
  const drawn = bands.map((band, index) => {
    const top = Math.round(index * height) + TITLE;
    const base = Math.round((index + 1) * height);
    const { from, to, counts, below, above } = band.histogram;
    const left = place(from * percent);
    const area = markup`<svg x="${left}%" y="${top}" width="${Math.round(100 * (place(to * percent) - left)) / 100}%" height="${base - top}" viewBox="0 0 ${Math.max(1, counts.length)} 100" preserveAspectRatio="none"><path class="area" d="${histogramPath(counts, tallest)}"/></svg>`;
    const marks = band.marks.map(({ look, value }) => ({ look, x: place(value * percent) })).filter(({ x }) => x >= 0 && x <= 100);
    const outside = [below > 0 ? `${figureText(below, 0)} below` : "", above > 0 ? `${figureText(above, 0)} above` : ""]
      .filter((each) => each !== "")
      .join(", ");
    return markup`<g class="t-${band.tone}">${heightTick(tallest, paths, top, base)}${area}<line class="base" x1="0" x2="100%" y1="${base}" y2="${base}"/>${marks.map(({ look, x }) => line(`mark ${look}`, x, top, base))}<text x="0" y="${top - 5}"><tspan class="name">${band.title}</tspan>${outside === "" ? "" : markup`<tspan dx="10">${outside}</tspan>`}</text></g>\n`;
  });
  return markup`<svg class="drawing spread" ${pictureOf(id)} width="100%" height="${foot + AXIS}">${grid}
${drawn}${labels}<text class="unit" x="50%" y="${foot + AXIS - 5}" text-anchor="middle">total, % of the start capital</text></svg>`;
}

/** A line at a round share of paths, with its label at the right. */
function heightTick(tallest: number, paths: number, top: number, foot: number): Markup {
  const share = (100 * tallest) / Math.max(1, paths);
  const { values, digits } = axisTicks(0, share, 3);
  const tick = values.at(-1) ?? 0;
  if (!(tick > 0)) return markup``;
  const y = Math.round(foot - ((foot - top) * tick) / share);
  return markup`<line class="rule" x1="0" x2="100%" y1="${y}" y2="${y}"/><text class="tick" x="100%" y="${y - 3}" text-anchor="end">${figureText(tick, digits)} % of paths</text>`;
}

/** From the leftmost to the rightmost bin, in percent; wider where that is no range. */
function rangeOf(bands: readonly SpreadBand[], percent: number): readonly [number, number] {
  const low = Math.min(...bands.map(({ histogram }) => histogram.from)) * percent;
  const high = Math.max(...bands.map(({ histogram }) => histogram.to)) * percent;
  if (high - low > Math.abs(high) * 1e-9) return [low, high];
  const centre = Number.isFinite(low) ? low : 0;
  const half = Math.max(1e-9, Math.abs(centre) * 0.01);
  return [centre - half, centre + half];
}

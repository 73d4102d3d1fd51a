import { axisTicks } from "../charts/axis-ticks.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { toneDash } from "../page/tone.ts";
import type { Tone } from "../page/tone.ts";

/** A line over the share of a run that has gone by. */
export interface PictureLine {
  readonly label: string;
  readonly tone: Tone;
  /** From 0 to 1, rising; as long as the values. */
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** Of the drawing, which is stretched over its place. */
const WIDE = 10_000;
const TALL = 1_000;
const FOOT = 22;
const TICKS = 5;

/**
 * Lines as an SVG that is as wide as its place, with round ticks on the left and shares of the run at the foot.
 *
 * @param tall pixels, without the foot
 * @param text how a tick reads
 */
export function linesPicture(
  id: string,
  lines: readonly PictureLine[],
  tall: number,
  text: (value: number, digits: number) => string,
): Markup {
  const all = lines.flatMap(({ values }) => values);
  const low = all.reduce((least, value) => Math.min(least, value), Infinity);
  const high = all.reduce((most, value) => Math.max(most, value), -Infinity);
  const span = Math.max(high - low, Math.abs(high) * 1e-6, 1e-9);
  const { values: ticks, digits } = axisTicks(low, high, TICKS);
  const y = (value: number): number => Math.round((tall * (high - value)) / span);
  const rules = ticks.map((tick) => markup`<line class="rule" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/>`);
  const labels = ticks.map((tick) => markup`<text x="0" y="${y(tick) - 3}">${text(tick, digits)}</text>`);
  const shares = [0, 25, 50, 75, 100].map((share) => {
    const anchor = share === 0 ? "start" : share === 100 ? "end" : "middle";
    return markup`<text x="${share}%" y="${tall + FOOT - 6}" text-anchor="${anchor}">${share === 100 ? "end" : share === 0 ? "start" : `${share} %`}</text>`;
  });
  const paths = lines.map(({ tone, at, values }) => {
    const points = values.map((value, i) => `${Math.round(WIDE * (at[i] ?? 0))} ${Math.round((TALL * (high - value)) / span)}`);
    const dash = toneDash[tone].length === 0 ? "" : markup` stroke-dasharray="${toneDash[tone].join(" ")}"`;
    return markup`<path class="line t-${tone}" d="M${points.join("L")}"${dash}/>`;
  });
  return markup`<svg class="drawing" ${pictureOf(id)} width="100%" height="${tall + FOOT}">${rules}<svg width="100%" height="${tall}" viewBox="0 0 ${WIDE} ${TALL}" preserveAspectRatio="none">${paths}</svg>${labels}${shares}</svg>`;
}

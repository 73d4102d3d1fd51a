import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import type { Tone } from "../page/tone.ts";
import { kindTone } from "./kind-tone.ts";

/** Outlines about the origin, pixels: a disc where there is no other, a square, a triangle, a diamond. */
const shapes: Partial<Readonly<Record<Tone, string>>> = {
  loss: "M-3.5-3.5H3.5V3.5H-3.5Z",
  straddle: "M0-4.5L4.5 3.5H-4.5Z",
  twin: "M0-5L5 0L0 5L-5 0Z",
};
const disc = "M-3.6 0A3.6 3.6 0 1 1 3.6 0A3.6 3.6 0 1 1-3.6 0Z";

/** The mark of a kind of extraction in a picture, about the origin: each kind has a colour and a shape. */
export function kindDot(kind: string): Markup {
  const tone = kindTone(kind);
  return markup`<path class="dot t-${tone}" d="${shapes[tone] ?? disc}"/>`;
}

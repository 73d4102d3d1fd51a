import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import type { Tone } from "../page/tone.ts";

/** A bar from the left of its box, full at 100; only an adornment of the number beside it. */
export function scoreBar(score: number, tone: Tone): Markup {
  const width = Math.round(10 * Math.min(100, Math.max(0, score))) / 10;
  return markup`<svg class="bar t-${tone}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" x="0" y="0" width="${width}" height="10"/></svg>`;
}

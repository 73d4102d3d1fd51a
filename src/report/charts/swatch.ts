import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { toneDash } from "../page/tone.ts";
import type { Tone } from "../page/tone.ts";

/** A piece of a line for a legend, drawn as in the chart. */
export function swatch(tone: Tone, weight: "thin" | "wide" | "area"): Markup {
  const dash = weight === "thin" && toneDash[tone].length > 0 ? markup` stroke-dasharray="${toneDash[tone].join(" ")}"` : "";
  return markup`<svg class="swatch ${weight} t-${tone}" width="34" height="10" aria-hidden="true"><line x1="0" x2="34" y1="5" y2="5"${dash}/></svg>`;
}

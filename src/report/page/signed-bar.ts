import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** A bar from the middle of its box to the right for gains and to the left for losses; `share` of the half box, from −1 to 1. */
export function signedBar(share: number): Markup {
  const width = Math.round(Math.min(1, Math.abs(share)) * 1_000) / 10;
  const left = share < 0 ? 100 - width : 100;
  return markup`<svg class="bar" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" x="${left}" y="1" width="${width}" height="8"/><rect class="zero" x="99.6" y="0" width="0.8" height="10"/></svg>`;
}

import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** What a model leaves out, a point each. */
export function limitsList(limits: readonly string[]): Markup {
  return markup`<ul class="limits">${limits.map((limit) => markup`<li>${limit}</li>\n`)}</ul>`;
}

import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/**
 * Content that opens below its title.
 *
 * @param amount a `bulk` is printed only where the reader has opened it; everything else is always printed
 */
export function folded(title: Markup | string, content: Markup | readonly Markup[], amount: "few" | "bulk" = "few"): Markup {
  return markup`<details${amount === "bulk" ? markup` class="bulk"` : ""}><summary>${title}</summary>${content}</details>\n`;
}

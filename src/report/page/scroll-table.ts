import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/**
 * A table within a region that scrolls by itself where the table is wider than the page, and that the keyboard reaches.
 *
 * @param caption unique on the page: the name of the region, and read out before the table
 * @param kind classes of the table
 * @param content head and bodies
 */
export function scrollTable(caption: string, kind: string, content: Markup): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table${kind === "" ? "" : markup` class="${kind}"`}><caption class="unseen">${caption}</caption>
${content}</table></div>`;
}

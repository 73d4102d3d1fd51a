import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { extractionStory } from "./extraction-story.ts";
import type { FoundExtraction, MevBlock } from "./mev-blocks.ts";

/** An extraction's three sentences on a page. */
export function storyMarkup(block: MevBlock, extraction: FoundExtraction): Markup {
  const { before, done, paid } = extractionStory(block, extraction);
  return markup`<ul class="story">${[before, done, paid].map((sentence) => {
    const colon = sentence.indexOf(":") + 1;
    return markup`<li><strong>${sentence.slice(0, colon)}</strong> ${sentence.slice(colon + 1)}</li>`;
  })}</ul>`;
}

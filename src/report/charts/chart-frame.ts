import { folded } from "../page/folded.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";

interface FrameContent {
  /** Unique on the page, in kebab-case. */
  readonly id: string;
  readonly heading: string;
  /** What one sees, in a sentence, with its numbers. */
  readonly sentence: string;
  readonly width: "full" | "half";
  /** What the colours and dashes stand for. */
  readonly legend?: Markup;
  /** Drawn with the attributes that `pictureOf` gives. */
  readonly picture: Markup;
  /** A short table that is always seen. */
  readonly marks?: Markup;
  /** All that is drawn, as a table. */
  readonly table: Markup;
}

/** A chart's place on a page: heading, sentence, legend, picture, and below it its numbers. */
export function chartFrame({ id, heading, sentence, width, legend, picture, marks, table }: FrameContent): Markup {
  const title = markup`Numbers<span class="unseen"> of ${heading}</span>`;
  return markup`<figure class="chart ${width}" id="${id}" aria-labelledby="${id}-heading">
<figcaption><h3 id="${id}-heading">${heading}</h3><p id="${id}-sentence">${sentence}</p></figcaption>
${legend ?? ""}${picture}
${marks ?? ""}${folded(title, table)}</figure>
`;
}

import { keyNumbers } from "../page/key-numbers.ts";
import type { KeyNumber } from "../page/key-numbers.ts";
import { markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { pageText } from "../page/page-text.ts";

/** A page of the gallery. */
interface GalleryEntry {
  /** Unique in the gallery, in kebab-case. */
  readonly id: string;
  /** Such as `A run`. */
  readonly title: string;
  /** What the page shows, in a sentence or two. */
  readonly sentence: string;
  /** Where it lies, from the index. */
  readonly href: string;
  /** How to make one, as typed. */
  readonly command: string;
  readonly keys: readonly KeyNumber[];
}

/** The text of the gallery's index.html: every kind of page with a sentence, its key numbers and a link. */
export function renderGalleryPage(entries: readonly GalleryEntry[]): string {
  return pageText({
    title: "Gallery",
    header: pageHeader({
      kicker: "a liquidity pool beside a delta hedger",
      title: "Gallery of reports",
      lead: "One page of each kind, from small runs that are the same every time.",
      what: "Every page opens from disk and asks the network for nothing. Its numbers lie beside it as files.",
      size: `${entries.length} pages, all run on the twin of the pool or on the kernel, without a chain`,
      keys: [],
    }),
    sections: entries.map(({ id, title, sentence, href, command, keys }) => ({
      id,
      title,
      content: markup`<p>${sentence}</p>
<p><a href="${href}">Open the page: ${title}</a></p>
${keyNumbers(keys)}<p class="soft">Such a page is made by <code>${command}</code>.</p>`,
    })),
    footer: "npm run gallery writes this page and those that it leads to.",
  });
}

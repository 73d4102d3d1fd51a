import { keyNumbers } from "./key-numbers.ts";
import type { KeyNumber } from "./key-numbers.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

interface HeaderContent {
  /** Above the title: what kind of page this is. */
  readonly kicker: string;
  readonly title: string;
  /** What came of it, in a sentence. */
  readonly lead: Markup | string;
  readonly what: string;
  /** How much was run, in a line. */
  readonly size: string;
  /** Why this never happened; null where it did. */
  readonly thoughtExperiment?: string | null;
  readonly further?: Markup;
  readonly keys: readonly KeyNumber[];
}

/** The top of a page. */
export function pageHeader({ kicker, title, lead, what, size, thoughtExperiment = null, further, keys }: HeaderContent): Markup {
  const thought =
    thoughtExperiment === null ? "" : markup`<p class="notice"><strong>Thought experiment.</strong> ${thoughtExperiment}</p>\n`;
  return markup`<header>
<p class="kicker">hardhat-crash · ${kicker}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
<p class="what">${what}</p>
<p class="soft">${size}</p>
${further ?? ""}${thought}${keyNumbers(keys)}</header>
`;
}

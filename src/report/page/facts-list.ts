import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { Tone } from "./tone.ts";

/** A name, what is to be said of it, and its colour where it has one. */
type Fact = readonly [name: Markup | string, text: Markup | string, tone?: Tone];

/** Facts by name. */
export function factsList(facts: readonly Fact[]): Markup {
  const rows = facts.map(
    ([name, text, tone]) => markup`<dt${tone === undefined ? "" : markup` class="t-${tone}"`}>${name}</dt><dd>${text}</dd>\n`,
  );
  return markup`<dl class="facts">${rows}</dl>`;
}

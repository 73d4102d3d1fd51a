import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { Tone } from "./tone.ts";

/** A number that one should remember of a page. */
export interface KeyNumber {
  readonly tone: Tone;
  readonly title: string;
  /** Ready to be read, such as `−0.64 %`, or a range. */
  readonly number: string;
  /** In small print below it; empty ones are left out. */
  readonly notes: readonly string[];
}

/** From so many characters on a number is a range and is set smaller. */
const RANGE = 12;

/** Numbers to remember, side by side; nothing where there are none. */
export function keyNumbers(keys: readonly KeyNumber[]): Markup {
  const items = keys.map(({ tone, title, number, notes }) => {
    const small = notes.filter((note) => note !== "").map((note) => markup`<span>${note}</span> `);
    const kind = number.length > RANGE ? markup` class="range"` : "";
    return markup`<div class="key-number t-${tone}"><dt>${title}</dt><dd><strong${kind}>${number}</strong>\n${small}</dd></div>`;
  });
  if (keys.length === 0) return markup``;
  return markup`<dl class="key-numbers">${items}</dl>\n`;
}

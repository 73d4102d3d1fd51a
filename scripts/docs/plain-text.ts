import { trusted } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/** Text of the repository's own, escaped and otherwise as it stands: blanks and line breaks count in code and between words. */
export function plainText(text: string): Markup {
  return trusted(text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? ""));
}

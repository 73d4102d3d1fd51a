import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { plainText } from "./plain-text.ts";

const NAMES: Readonly<Record<string, string>> = {
  sh: "Commands",
  ts: "TypeScript",
  text: "Output or diagram",
  csv: "Content of a CSV file",
  json: "JSON",
  sql: "SQL",
};

/**
 * Code in a box that scrolls by itself and that the keyboard reaches; what a shell takes for a comment is fainter.
 *
 * @param language as a fence in Markdown names it
 */
export function codeBlock(text: string, language: string): Markup {
  const lines = text.replace(/\n+$/, "").split("\n");
  const shown = lines.map((line, at) => markup`${at === 0 ? "" : plainText("\n")}${language === "sh" ? shellLine(line) : plainText(line)}`);
  return markup`<pre tabindex="0" role="group" aria-label="${NAMES[language] ?? "Code"}"><code>${shown}</code></pre>\n`;
}

function shellLine(line: string): Markup {
  const [, command = "", note] = /^(.*?)(\s+#.*)?$/.exec(line) ?? [];
  return note === undefined ? plainText(command) : markup`${plainText(command)}<span class="note">${plainText(note)}</span>`;
}

import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { codeBlock } from "./code-block.ts";
import { docTable } from "./doc-table.ts";
import type { ExportedName } from "./exported-names.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { longName } from "./long-name.ts";

/**
 * A function or a type of the sources, below its heading: how it is declared, what its doc comment says, and its fields.
 *
 * @param caption of the table of fields, unique on the page
 */
export function nameBody({ signature, doc, tags, members }: ExportedName, caption: string, links: TextLinks): Markup {
  const paragraphs = doc.split(/\n\s*\n/).filter((each) => each.trim() !== "");
  const table = docTable({
    caption,
    head: [{ words: "field" }, { words: "type" }, { words: "what it is" }],
    rows: members.map((member) => [longName(member.name), markup`<code>${member.type}</code>`, inlineMarkup(member.doc, links)]),
  });
  return markup`${signature === "" ? "" : codeBlock(signature, "ts")}${paragraphs.map((words) => markup`<p>${inlineMarkup(words, links)}</p>\n`)}${tags.map(
    (words) => markup`<p class="soft">${inlineMarkup(words, links)}</p>\n`,
  )}${members.length === 0 ? "" : table}`;
}

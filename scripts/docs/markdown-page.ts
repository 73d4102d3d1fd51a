import { lexer } from "marked";
import type { Token, Tokens } from "marked";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import type { PageSection } from "../../src/report/page/page-text.ts";
import { codeBlock } from "./code-block.ts";
import { docTable } from "./doc-table.ts";
import { headingId } from "./heading-id.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import type { PageContent, SearchTarget } from "./site-page.ts";

/**
 * A Markdown file as a page: its first heading is the title, and every heading of the second level begins a section.
 *
 * @throws Error for what a page has no look for (pictures, HTML other than comments), and for a file that does not begin with its title
 */
export function markdownPage(text: string, links: TextLinks): PageContent {
  const [first, ...rest] = lexer(text).filter(({ type }) => type !== "space");
  if (first?.type !== "heading" || (first as Tokens.Heading).depth !== 1) throw new Error("a page begins with its title");
  const title = wordsOf(first.raw);
  const intro: Markup[] = [];
  const sections: (PageSection & { readonly content: Markup })[] = [];
  const targets: SearchTarget[] = [];
  let heading = title;
  let tables = 0;
  for (const token of rest as Tokens.Generic[]) {
    if (token.type === "heading") {
      heading = wordsOf(token.raw);
      tables = 0;
      if (token["depth"] === 2) {
        sections.push({ id: headingId(heading), title: heading, content: markup`` });
        continue;
      }
      targets.push({ label: heading, id: headingId(heading) });
    }
    if (token.type === "table") tables += 1;
    const block = blockMarkup(token, { links, caption: tables > 1 ? `${heading} (${tables})` : heading });
    const section = sections.pop();
    if (section === undefined) intro.push(block);
    else sections.push({ ...section, content: markup`${section.content}${block}` });
  }
  return { title, intro, sections, targets };
}

/** A heading as plain words. */
function wordsOf(raw: string): string {
  return raw
    .replace(/^#+\s*/, "")
    .replaceAll("`", "")
    .trim();
}

interface Around {
  readonly links: TextLinks;
  /** For a table. */
  readonly caption: string;
}

function blockMarkup(token: Tokens.Generic, around: Around): Markup {
  const inner = (tokens: readonly Token[] | undefined): Markup => inlineMarkup(tokens ?? [], around.links);
  switch (token.type) {
    case "heading":
      if (token["depth"] !== 3) throw new Error(`a heading of another level than 1 to 3: ${token.raw}`);
      return markup`<h3 id="${headingId(wordsOf(token.raw))}">${inner(token.tokens)}</h3>\n`;
    case "paragraph":
      return markup`<p>${inner(token.tokens)}</p>\n`;
    case "text":
      return inner(token.tokens);
    case "code":
      return codeBlock(token["text"] as string, (token["lang"] as string | undefined) ?? "");
    case "list":
      return list(token as Tokens.List, around);
    case "table":
      return table(token as Tokens.Table, around);
    case "blockquote":
      return markup`<div class="notice">${blocks(token.tokens, around)}</div>\n`;
    case "html":
      if (/^(<!--[^]*?-->\s*)+$/.test(token.raw)) return markup``;
      throw new Error(`HTML in Markdown: ${token.raw}`);
    default:
      throw new Error(`no page shows this: ${token.raw}`);
  }
}

function blocks(tokens: readonly Token[] | undefined, around: Around): readonly Markup[] {
  return (tokens ?? []).filter(({ type }) => type !== "space").map((token) => blockMarkup(token as Tokens.Generic, around));
}

function list({ ordered, items }: Tokens.List, around: Around): Markup {
  const rows = items.map((item) => markup`<li>${blocks(item.tokens, around)}</li>\n`);
  return ordered ? markup`<ol class="limits">${rows}</ol>\n` : markup`<ul class="limits">${rows}</ul>\n`;
}

function table({ header, rows, align }: Tokens.Table, { links, caption }: Around): Markup {
  return docTable({
    caption,
    head: header.map(({ tokens, text }, column) => ({
      words: text.replaceAll("`", ""),
      shown: inlineMarkup(tokens, links),
      isNumber: align[column] === "right",
    })),
    rows: rows.map((cells) => cells.map(({ tokens }) => inlineMarkup(tokens, links))),
  });
}

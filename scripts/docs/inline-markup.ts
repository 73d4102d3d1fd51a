import { Lexer } from "marked";
import type { Token, Tokens } from "marked";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { plainText } from "./plain-text.ts";

/** Where text leads to. */
export interface TextLinks {
  /** What a word in code is explained by, such as `settings.html#pool.fee` for `pool.fee`; undefined for words that are no names. */
  readonly ofWord: (word: string) => string | undefined;
  /** What a link of a Markdown file leads to in the site; null where its target is a file of the repository and no page. */
  readonly ofHref: (href: string) => string | null;
}

/** Text of a line or a paragraph in Markdown, or what has been read of it, as markup; names in code lead to where they are explained. */
export function inlineMarkup(text: string | readonly Token[], links: TextLinks): Markup {
  const tokens = typeof text === "string" ? Lexer.lexInline(text) : text;
  return markup`${tokens.map((token) => inlineToken(token as Tokens.Generic, links))}`;
}

/** @throws Error for what a page has no look for, such as a picture */
function inlineToken(token: Tokens.Generic, links: TextLinks): Markup {
  const inner = (): Markup => inlineMarkup(token.tokens ?? [], links);
  switch (token.type) {
    case "text":
      return token.tokens === undefined ? plainText(token["text"] as string) : inner();
    case "escape":
      return plainText(token["text"] as string);
    case "codespan": {
      const word = token["text"] as string;
      const code = markup`<code>${plainText(word)}</code>`;
      const href = links.ofWord(word);
      return href === undefined ? code : markup`<a href="${href}">${code}</a>`;
    }
    case "strong":
      return markup`<strong>${inner()}</strong>`;
    case "em":
      return markup`<em>${inner()}</em>`;
    case "br":
      return markup`<br>`;
    case "link": {
      const href = links.ofHref(token["href"] as string);
      return href === null ? inner() : markup`<a href="${href}">${inner()}</a>`;
    }
    default:
      throw new Error(`no page shows this: ${token.raw}`);
  }
}

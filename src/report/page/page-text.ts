import { chartStyle } from "../charts/chart-style.ts";
import { markup, trusted } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { pageHead } from "./page-head.ts";
import { pageStyle } from "./page-style.ts";

/** A part of a page under a heading of its own. */
export interface PageSection {
  /** Unique on the page, in kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

interface PageContent {
  /** Of the window, before the name of the project. */
  readonly title: string;
  readonly header: Markup;
  readonly sections: readonly PageSection[];
  /** Where the numbers of the page are to be found. */
  readonly footer: string;
  /** Beside those of every page. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** What stands after the footer and before the scripts. */
  readonly after?: Markup;
}

/**
 * The text of a page that opens from disk: a link past the header, the header, a list of the sections, the sections, a footer. Its content security policy allows
 * the styles and scripts in it by their hashes and nothing else, so that it can neither make a request nor run what came in with a text.
 */
export function pageText({ title, header, sections, footer, styles = [], scripts = [], after }: PageContent): string {
  const links = sections.map((section) => markup`<li><a href="#${section.id}">${section.title}</a></li>\n`);
  const parts = sections.map(
    ({ id, title: heading, content }) =>
      markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>\n${content}</section>\n`,
  );
  return markup`${pageHead(`${title} · hardhat-crash`, [pageStyle, chartStyle, ...styles], scripts)}
<body>
<a class="skip" href="#content">Skip to the content</a>
${header}<nav aria-label="On this page"><ul>${links}</ul></nav>
<main id="content" tabindex="-1">
${parts}</main>
<footer><p>Written by hardhat-crash. ${footer}</p></footer>
${after ?? ""}${scripts.map((script) => trusted(`<script>${script}</script>\n`))}</body>
</html>
`.markup;
}

import { markup, trusted } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { pageHead } from "../../src/report/page/page-head.ts";
import { pageStyle } from "../../src/report/page/page-style.ts";
import { docStyle } from "./doc-style.ts";
import type { SearchEntry } from "./search-entries.ts";
import { searchScript } from "./search-script.ts";
import type { PageGroup, SitePage } from "./site-page.ts";

const GROUPS: readonly PageGroup[] = ["Guide", "Reference", "Background"];

/** The text of a page of the site: the look and the content security policy of the reports, a list of all pages with the headings of this one, and a search over titles. */
export function docPage(page: SitePage, pages: readonly SitePage[], entries: readonly SearchEntry[]): string {
  const script = searchScript(entries);
  const sections = page.sections.map(
    ({ id, title, content }) =>
      markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>\n${content}</section>\n`,
  );
  return markup`${pageHead(`${page.title} · hardhat-crash`, [pageStyle, docStyle], [script])}
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><p class="kicker"><a href="index.html">hardhat-crash</a> · documentation</p>
<div id="search" role="search" hidden><label class="unseen" for="search-words">Search titles, settings and codes</label><input id="search-words" type="search" placeholder="Search titles, settings, codes: press /" autocomplete="off" spellcheck="false"/><ul id="search-found" hidden></ul><p id="search-count" class="unseen" role="status"></p></div></header>
<nav aria-label="Documentation"><details><summary>All pages, and what is on this one</summary>
${GROUPS.map((group) => groupMarkup(group, page, pages))}</details></nav>
<main id="content" tabindex="-1">
<p class="kicker">${page.group}</p>
<h1>${page.title}</h1>
${page.intro}${sections}${turnMarkup(page, pages)}</main>
<footer><p>Written by hardhat-crash, from its repository: npm run docs.</p></footer>
${trusted(`<script>${script}</script>\n`)}</body>
</html>
`.markup;
}

function groupMarkup(group: PageGroup, page: SitePage, pages: readonly SitePage[]): Markup {
  const rows = pages
    .filter((each) => each.group === group)
    .map((each) => {
      if (each !== page) return markup`<li><a href="${each.file}">${each.title}</a></li>\n`;
      const own = page.sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`);
      return markup`<li><a href="${each.file}" aria-current="page">${each.title}</a>${own.length === 0 ? "" : markup`<ul>${own}</ul>`}</li>\n`;
    });
  const id = `pages-${group.toLowerCase()}`;
  return markup`<p class="kicker" id="${id}">${group}</p><ul aria-labelledby="${id}">${rows}</ul>\n`;
}

/** The pages before and after, for who reads one after the other. */
function turnMarkup(page: SitePage, pages: readonly SitePage[]): Markup {
  const at = pages.indexOf(page);
  const [before, after] = [pages[at - 1], pages[at + 1]];
  const back = before === undefined ? markup`` : markup`<span><a href="${before.file}">← ${before.title}</a></span>`;
  const on = after === undefined ? markup`` : markup`<span><a href="${after.file}">${after.title} →</a></span>`;
  return markup`<p class="turn">${back}${on}</p>\n`;
}

import { docPage } from "./doc-page.ts";
import { searchEntries } from "./search-entries.ts";
import { sitePages } from "./site-pages.ts";

/** The documentation as a site: the text of every file, by its name. */
export function buildSite(): ReadonlyMap<string, string> {
  const pages = sitePages();
  const entries = searchEntries(pages);
  return new Map(pages.map((page) => [page.file, docPage(page, pages, entries)]));
}

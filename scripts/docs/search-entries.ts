import type { SitePage } from "./site-page.ts";

/** Something that can be looked for: how it is called, the title of its page, and its address. */
export type SearchEntry = readonly [label: string, page: string, href: string];

/** Titles, headings and names of all pages, titles first. */
export function searchEntries(pages: readonly SitePage[]): readonly SearchEntry[] {
  const titles = pages.map(({ title, file }): SearchEntry => [title, title, file]);
  const within = pages.flatMap(({ title, file, sections, targets }) => {
    const headings = sections.map((section) => ({ label: section.title, id: section.id }));
    return [...headings, ...targets].map(({ label, id }): SearchEntry => [label, title, `${file}#${id}`]);
  });
  const seen = new Set<string>();
  return [...titles, ...within].filter(([label, , href]) => seen.size !== seen.add(`${label}\n${href}`).size);
}

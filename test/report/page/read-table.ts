/** Text of a piece of a page: tags gone, entities read. */
function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`" };
  return html
    .replace(/<small>[^]*?<\/small>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? "?")
    .replaceAll("\u00a0", " ");
}

/** A table of a page: rows of cells as text, heads included, small print left out. */
export function readTable(page: string, caption: string): readonly (readonly string[])[] {
  const tables = [...page.matchAll(/<table[^>]*>([^]*?)<\/table>/g)].map((match) => match[1] ?? "");
  const found = tables.find((table) => textOf(/<caption[^>]*>([^]*?)<\/caption>/.exec(table)?.[1] ?? "") === caption);
  if (found === undefined) throw new Error(`the page has no table ${caption}`);
  return [...found.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map((row) =>
    [...(row[1] ?? "").matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map((cell) => textOf(cell[1] ?? "")),
  );
}

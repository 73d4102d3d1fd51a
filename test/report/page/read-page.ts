/** An element of a page. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: readonly (PageElement | string)[];
}

const VOID = new Set(["meta", "input", "wbr", "br", "img", "link"]);
const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*)\s*(\/?)>|<|[^<]+/g;

/**
 * Elements of a page in their order, for pages as strict as ours: names in small letters, attributes in double quotes, every element closed in its order.
 *
 * @throws Error where it is not so
 */
export function readPage(page: string): readonly PageElement[] {
  const all: PageElement[] = [];
  const open: (PageElement & { readonly children: (PageElement | string)[] })[] = [];
  // What stands in scripts and styles is no markup.
  const text = page.replace(/(<(script|style)\b[^>]*>)[^]*?(<\/\2>)/g, "$1$3");
  for (const [token, slash, tag, attributes = "", alone] of text.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? null;
    if (token === "<") throw new Error(`a stray < in ${parent?.tag ?? "the page"}`);
    if (tag === undefined) {
      if (token !== "<!doctype html>") parent?.children.push(token);
      continue;
    }
    if (slash === "/") {
      if (parent?.tag !== tag) throw new Error(`</${tag}> closes <${parent?.tag ?? "nothing"}>`);
      open.pop();
      continue;
    }
    const pairs = [...attributes.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)].map(
      ([, name = "", value = ""]) => [name, value] as const,
    );
    const element = { tag, attributes: Object.fromEntries(pairs), parent, children: [] };
    parent?.children.push(element);
    all.push(element);
    if (alone !== "/" && !VOID.has(tag)) open.push(element);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag ?? ""}> is never closed`);
  return all;
}

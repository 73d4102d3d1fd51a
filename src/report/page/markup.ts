import { cleanText } from "../clean-text.ts";

/** Text that may stand in a page as it is. Only `markup` and `trusted` make it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Template tag for HTML: everything put in is escaped, other markup excepted. For text and for attributes in double quotes. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((text, string, index) => text + render(parts[index - 1] ?? "") + string) };
}

/** Our own constant text, such as a style sheet, taken as markup. */
export function trusted(text: string): Markup {
  return { markup: text };
}

/** Text made harmless for a page: no control characters, `&`, `<`, `>`, quotes and backticks escaped, no line break within a number. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
  return cleanText(text)
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? "")
    .replace(/(\d) %/g, "$1\u00a0%")
    .replaceAll("−$", "−\u2060$");
}

function render(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapeHtml(part);
  return "markup" in part ? part.markup : part.map((each) => each.markup).join("");
}

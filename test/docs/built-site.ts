import { buildSite } from "../../scripts/docs/build-site.ts";
import { readPage } from "../report/page/read-page.ts";
import type { PageElement } from "../report/page/read-page.ts";

/** A page of the built site. */
export interface BuiltPage {
  readonly file: string;
  readonly text: string;
  readonly elements: readonly PageElement[];
  readonly ids: ReadonlySet<string>;
}

/** The site as it is built now, read strictly. */
export function builtSite(): readonly BuiltPage[] {
  return [...buildSite()].map(([file, text]) => {
    const elements = readPage(text);
    return { file, text, elements, ids: new Set(elements.flatMap(({ attributes }) => attributes["id"] ?? [])) };
  });
}

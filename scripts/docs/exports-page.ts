import { globSync } from "node:fs";
import { join } from "node:path";
import { markup } from "../../src/report/page/markup.ts";
import { exportedNames } from "./exported-names.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { nameBody } from "./name-body.ts";
import type { PageContent } from "./site-page.ts";

/** A folder whose files each export one thing that a reader looks for. */
export interface ExportsFolder {
  readonly title: string;
  /** What they are, in a sentence or two of Markdown. */
  readonly words: string;
  /** Absolute. */
  readonly folder: string;
  /** Names that only the folder's own files need. */
  readonly leftOut?: readonly string[];
}

/**
 * A page about what the files of a folder export: name, declaration and doc comment of each, in the order of the files' names. Files that export nothing with a
 * doc comment are not on it.
 */
export function exportsPage({ title, words, folder, leftOut = [] }: ExportsFolder, links: TextLinks): PageContent {
  const files = globSync("*.ts", { cwd: folder }).sort();
  const names = files.flatMap((file) => exportedNames(join(folder, file))).filter(({ name, doc }) => doc !== "" && !leftOut.includes(name));
  return {
    title,
    intro: [markup`<p>${inlineMarkup(words, links)}</p>\n`],
    sections: names.map((each) => ({ id: each.name, title: each.name, content: nameBody(each, each.name, links) })),
    targets: [],
  };
}

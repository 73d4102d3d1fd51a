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
  /** The names that are shown, in this order, where the folder has more. */
  readonly only?: readonly string[];
  /** Names whose doc comment begins with how they are written, so that their declaration says nothing to a reader. */
  readonly undeclared?: readonly string[];
}

/**
 * A page about what the files of a folder export: name, declaration and doc comment of each, in the order of the files' names. Files that export nothing with a
 * doc comment are not on it.
 */
export function exportsPage({ title, words, folder, leftOut = [], only, undeclared = [] }: ExportsFolder, links: TextLinks): PageContent {
  const files = globSync("*.ts", { cwd: folder }).sort();
  const all = files.flatMap((file) => exportedNames(join(folder, file))).filter(({ name, doc }) => doc !== "" && !leftOut.includes(name));
  const names = only === undefined ? all : only.map((wanted) => all.find(({ name }) => name === wanted) ?? absent(wanted, folder));
  const shown = names.map((each) => (undeclared.includes(each.name) ? { ...each, signature: "", tags: [] } : each));
  return {
    title,
    intro: [markup`<p>${inlineMarkup(words, links)}</p>\n`],
    sections: shown.map((each) => ({ id: each.name, title: each.name, content: nameBody(each, each.name, links) })),
    targets: [],
  };
}

function absent(name: string, folder: string): never {
  throw new Error(`${folder} exports no ${name} with a doc comment`);
}

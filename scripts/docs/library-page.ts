import { join } from "node:path";
import ts from "typescript";
import { markup } from "../../src/report/page/markup.ts";
import { exportedNames } from "./exported-names.ts";
import type { ExportedName } from "./exported-names.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { nameMarkup } from "./name-markup.ts";
import type { PageContent } from "./site-page.ts";
import { readSource } from "./read-source.ts";
import { root } from "./root.ts";

const DOOR = "src/index.ts";

/** What the files behind the door are about, where that makes a better heading than their names. */
const TITLES: Readonly<Record<string, string>> = {
  "src/index.ts": "Functions",
  "src/plugin/index.ts": "The plugin",
  "src/core/errors.ts": "Errors",
  "src/crash.ts": "Options of a run",
  "src/mev.ts": "Options and result of a run about extraction",
  "src/compare.ts": "Options of a comparison",
  "src/sweep.ts": "Options of a sweep",
  "src/core/result.ts": "Result of a run",
  "src/core/mev-result.ts": "Result about extraction",
  "src/core/comparison.ts": "Result of a comparison",
  "src/core/sweep-summary.ts": "Result of a sweep",
  "src/mempool/ordering/ordering.ts": "An ordering of your own",
  "src/venues/chain/artifacts.ts": "A compiled contract",
  "src/venues/chain/pool-binding.ts": "A pool of your own, as it is driven",
  "src/venues/chain/v2-pair.ts": "Options of a pair of your own",
  "src/plugin/pool-named.ts": "Where a pool is looked for",
  "src/scenarios/scenario.ts": "A scenario of your own",
};

/** What comes through the one public door from a file. */
interface Passage {
  readonly file: string;
  readonly names: readonly ExportedName[];
}

/** Where something that the library exports is explained. */
export function libraryHref(name: string): string {
  return `library.html#${name}`;
}

/**
 * Everything that `src/index.ts` exports, by the file that defines it.
 *
 * @throws Error for what cannot be read, so that nothing is lost
 */
export function libraryDoors(): readonly Passage[] {
  const passages = readSource(DOOR).statements.filter(ts.isExportDeclaration).map(passage);
  const files = [...new Set(passages.map(({ file }) => file))];
  const together = files.map((file) => ({ file, names: passages.filter((each) => each.file === file).flatMap(({ names }) => names) }));
  return [{ file: DOOR, names: exportedNames(join(root, DOOR)) }, ...together];
}

function passage({ moduleSpecifier, exportClause }: ts.ExportDeclaration): Passage {
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) throw new Error(`${DOOR} exports from nowhere`);
  const file = join("src", moduleSpecifier.text).replaceAll("\\", "/");
  const all = exportedNames(join(root, file));
  if (exportClause === undefined) return { file, names: all };
  if (!ts.isNamedExports(exportClause)) throw new Error(`${DOOR} exports a namespace`);
  return { file, names: exportClause.elements.map(({ name }) => found(name.text, file, all)) };
}

function found(name: string, file: string, all: readonly ExportedName[]): ExportedName {
  const own = name === "default" ? defaultOf(file) : all.find((each) => each.name === name);
  if (own === undefined) throw new Error(`${file} does not declare ${name}`);
  return own;
}

/** What a file exports by default, as a constant with a doc comment. */
function defaultOf(file: string): ExportedName | undefined {
  const { statements } = readSource(file);
  const exported = statements.find(ts.isExportAssignment)?.expression.getText();
  const constant = statements
    .filter(ts.isVariableStatement)
    .find(({ declarationList }) => declarationList.declarations.some((each) => each.name.getText() === exported));
  if (constant === undefined || exported === undefined) return undefined;
  const doc = ts.getJSDocCommentsAndTags(constant).filter(ts.isJSDoc);
  const [declaration] = constant.declarationList.declarations;
  return {
    name: exported,
    signature: `export default ${exported}: ${declaration?.type?.getText() ?? ""}`,
    doc: doc.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join("\n\n"),
    tags: [],
    members: [],
  };
}

/** Everything that the library exports: functions, their options, and the types of what they give. */
export function libraryPage(links: TextLinks): PageContent {
  const doors = libraryDoors();
  return {
    title: "Library",
    intro: [
      markup`<p>${inlineMarkup('What `import … from "hardhat-crash"` gives. Functions load the program when they are called.', links)}</p>\n`,
    ],
    sections: doors.map(({ file, names }) => {
      const title = TITLES[file] ?? file;
      return {
        id: file.replace(/^src\/|\.ts$/g, "").replaceAll("/", "-"),
        title,
        content: markup`${names.map((name) => nameMarkup(name, "", links))}`,
      };
    }),
    targets: doors.flatMap(({ names }) => names.map(({ name }) => ({ label: name, id: name }))),
  };
}

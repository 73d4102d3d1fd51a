import { join } from "node:path";
import { compareJsonSchema } from "../../src/report/compare/compare-json-schema.ts";
import { mevJsonSchema } from "../../src/report/mev/mev-json-schema.ts";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { docTable } from "./doc-table.ts";
import { resultJsonSchema } from "../../src/report/result-json-schema.ts";
import { exportedNames } from "./exported-names.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { longName } from "./long-name.ts";
import { nameMarkup } from "./name-markup.ts";
import { schemaFields } from "./schema-fields.ts";
import type { SchemaField } from "./schema-fields.ts";
import type { PageContent } from "./site-page.ts";
import { root } from "./root.ts";

/** The files of results that have a JSON Schema, and what writes them. */
const FILES = [
  { name: "result", by: "`npx hardhat crash`, and `runCrash` gives it", schema: resultJsonSchema },
  { name: "mev", by: "`crash mev` and `crash serve`, and `runMev` gives it", schema: mevJsonSchema },
  { name: "compare", by: "`crash compare`, and `runCompare` gives it", schema: compareJsonSchema },
] as const;

/** Every key of the files of results, with its unit. */
export function resultsPage(links: TextLinks): PageContent {
  const summary = exportedNames(join(root, "src/core/sweep-summary.ts"));
  return {
    title: "Results",
    intro: [
      markup`<p>${inlineMarkup("Numbers are in quote (dollars) and whole tokens unless a description says otherwise; times are unix seconds; prices whose name ends in `E8` are integers in 10⁻⁸. Columns of one table have the same length. The same settings and seed give the same bytes; two engines agree when the bytes without the last key, `engine`, do.", links)}</p>\n`,
      markup`<p>${inlineMarkup("`schemaVersion` grows when a key changes its meaning or goes. `series.csv` and `swaps.csv` have the columns of `series` and `swaps`.", links)}</p>\n`,
    ],
    sections: [
      ...FILES.map(({ name, by, schema }) => {
        const id = `${name}-json`;
        const words = `Written by ${by}. Its JSON Schema lies beside it, as \`${name}.schema.json\`.`;
        return {
          id,
          title: `${name}.json`,
          content: markup`<p>${inlineMarkup(words, links)}</p>\n${fieldsMarkup(name, schemaFields(schema()), links)}`,
        };
      }),
      {
        id: "summary-json",
        title: "summary.json",
        content: markup`<p>${inlineMarkup("Written by `crash sweep`, and `runSweep` gives it. By its types:", links)}</p>\n${[...summary].reverse().map((each) => nameMarkup(each, "summary", links))}`,
      },
    ],
    targets: [
      ...FILES.flatMap(({ name, schema }) =>
        groupsOf(schemaFields(schema())).map(({ key }) => ({ label: `${name}.json: ${key}`, id: `${name}.${key}` })),
      ),
      ...summary.map(({ name }) => ({ label: `summary.json: ${name}`, id: `summary.${name}` })),
    ],
  };
}

/** Fields by the key of the root that they stand below; keys that stand alone are together without a name. */
function groupsOf(fields: readonly SchemaField[]): readonly { readonly key: string; readonly fields: readonly SchemaField[] }[] {
  const rootOf = ({ path }: SchemaField): string => path.split(/[.[]/)[0] ?? "";
  const keys = [...new Set(fields.map(rootOf))];
  return keys.map((key) => ({ key, fields: fields.filter((field) => rootOf(field) === key) })).filter((group) => group.fields.length > 1);
}

function fieldsMarkup(file: string, fields: readonly SchemaField[], links: TextLinks): Markup {
  const groups = groupsOf(fields);
  const grouped = new Set(groups.flatMap((group) => group.fields));
  const table = (caption: string, rows: readonly SchemaField[]): Markup =>
    docTable({
      caption,
      head: [{ words: "key" }, { words: "type" }, { words: "what it is" }],
      rows: rows.map(({ path, type, description }) => [longName(path), markup`${type}`, inlineMarkup(description, links)]),
    });
  const alone = fields.filter((field) => !grouped.has(field));
  return markup`${table(`${file}.json`, alone)}${groups.map(
    ({ key, fields: own }) => markup`<h3 id="${file}.${key}">${key}</h3>\n${table(`${file}.json: ${key}`, own)}`,
  )}`;
}

import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import type { ExportedName } from "./exported-names.ts";
import type { TextLinks } from "./inline-markup.ts";
import { nameBody } from "./name-body.ts";

/**
 * A function or a type of the sources under a heading of its own.
 *
 * @param prefix of its id, before a dot; empty where its name is id enough
 */
export function nameMarkup(exported: ExportedName, prefix: string, links: TextLinks): Markup {
  const { name } = exported;
  const [id, caption] = prefix === "" ? [name, name] : [`${prefix}.${name}`, `${prefix}: ${name}`];
  return markup`<h3 id="${id}">${name}</h3>\n${nameBody(exported, caption, links)}`;
}

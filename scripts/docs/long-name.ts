import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";

/**
 * A name of several parts as code, which may break behind a dot and nowhere else.
 *
 * @param id of the name on its page; none where it is empty
 */
export function longName(name: string, id = ""): Markup {
  const parts = name.split(/(?<=\.)/).map((part, at) => markup`${at === 0 ? "" : markup`<wbr>`}${part}`);
  return id === "" ? markup`<code>${parts}</code>` : markup`<code id="${id}">${parts}</code>`;
}

import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";

/** A setting's key for a narrow column: it may break after its room. */
export function keyMarkup(key: string): Markup {
  const [room = "", ...name] = key.split(".");
  return name.length === 0 ? markup`${room}` : markup`${room}.<wbr>${name.join(".")}`;
}

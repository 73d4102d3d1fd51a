import type { Markup } from "./markup.ts";
import { tableMarkup } from "./table-markup.ts";

/** Settings by their full names, after what else was asked for. */
export function settingsTable(caption: string, settings: readonly (readonly [name: string, value: string | number | boolean])[]): Markup {
  return tableMarkup({ caption, head: ["setting", "value"], rows: settings.map(([name, value]) => [name, String(value)]), labels: 2 });
}

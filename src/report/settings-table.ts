import type { CrashResult } from "../core/result.ts";
import type { Markup } from "./markup.ts";
import { tableMarkup } from "./table-markup.ts";

/** Every setting of a run, the seed first. */
export function settingsTable({ seed, settings }: Pick<CrashResult, "seed" | "settings">): Markup {
  return tableMarkup({
    caption: "Settings of the run",
    head: ["setting", "value"],
    rows: [["seed", String(seed)], ...Object.entries(settings).map(([name, value]) => [name, String(value)])],
    textColumns: 2,
  });
}

import type { MevResult } from "../../core/mev-result.ts";
import { identityLine } from "../identity-line.ts";
import { factsList } from "../page/facts-list.ts";
import { folded } from "../page/folded.ts";
import { identitiesTable } from "../page/identities-table.ts";
import { limitsList } from "../page/limits-list.ts";
import { markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { settingsTable } from "../page/settings-table.ts";
import { mevLimits } from "./mev-limits.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["mev.json", "every number of this page; mev.schema.json says what each means"],
  ["extractions.csv", "a row an extraction: kind, who, which transactions and victims, what was taken, who got it, who paid"],
  ["transactions.csv", "a row a mined transaction of every block: who, what, its effect on the price, what it paid and gained"],
  ["crash.html", "the crash itself: the pool, the hedgers and their books"],
];

/** What the run stands on: identities, settings, what the model leaves out, the files beside the page. */
export function mevFacts(result: MevResult): readonly PageSection[] {
  const settings = settingsTable("Settings of the run", [["seed", result.seed], ...Object.entries(result.settings)]);
  return [
    {
      id: "identities",
      title: "Do the books balance?",
      content: markup`<p>${identityLine(result)} Each is checked in every run; a broken one would have ended it.</p>
${identitiesTable(result.identities)}
${folded("Settings", settings)}`,
    },
    { id: "limits", title: "What the model leaves out", content: limitsList(mevLimits) },
    { id: "files", title: "The files beside this page", content: factsList(files) },
  ];
}

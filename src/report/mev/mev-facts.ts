import { identitiesTable } from "../identities-table.ts";
import { settingsTable } from "../settings-table.ts";
import type { MevResult } from "../../core/mev-result.ts";
import { identityLine } from "../identity-line.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { mevLimits } from "./mev-limits.ts";

const files: readonly (readonly [name: string, what: string])[] = [
  ["mev.json", "every number of this page; mev.schema.json says what each means"],
  ["extractions.csv", "a row an extraction: kind, who, which transactions and victims, what was taken, who got it, who paid"],
  ["transactions.csv", "a row a mined transaction of every block: who, what, its effect on the price, what it paid and gained"],
  ["crash.html", "the crash itself: the pool, the hedgers and their books"],
];

/** What the run stands on: identities, settings, what the model leaves out, the files beside the page. */
export function mevFacts(result: MevResult): Markup {
  return markup`<section aria-labelledby="identities-heading"><h2 id="identities-heading">Do the books balance?</h2>
<p>${identityLine(result)} Each is checked in every run; a broken one would have ended it.</p>
${identitiesTable(result.identities)}
<details><summary>Settings</summary>${settingsTable(result)}</details></section>
<section aria-labelledby="limits-heading"><h2 id="limits-heading">What the model leaves out</h2>
<ul class="limits">${mevLimits.map((limit) => markup`<li>${limit}</li>\n`)}</ul></section>
<section aria-labelledby="files-heading"><h2 id="files-heading">The files beside this page</h2>
<dl class="facts">${files.map(([name, what]) => markup`<dt>${name}</dt><dd>${what}</dd>\n`)}</dl></section>
`;
}

import type { MevResult } from "../../core/mev-result.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { extractionLine } from "./extraction-line.ts";
import { mevKeys } from "./mev-keys.ts";
import { mevSize } from "./mev-size.ts";

/** The top of the page: the run in a sentence, and what it did to extractors, liquidity providers and victims. */
export function mevHeader(result: MevResult): Markup {
  const { title, what, thoughtExperiment } = result.scenario;
  return pageHeader({
    kicker: "who takes what from whom in a crash",
    title,
    lead: extractionLine(result),
    what,
    size: mevSize(result),
    thoughtExperiment,
    further: markup`<p><a href="crash.html">The same run as a crash: pool, hedgers and their books</a></p>\n`,
    keys: mevKeys(result),
  });
}

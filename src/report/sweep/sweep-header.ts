import type { SweepSummary } from "../../core/sweep-summary.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { standing } from "./standing.ts";
import { sweepKeys } from "./sweep-keys.ts";
import { sweepSize } from "./sweep-size.ts";

/** The top of the page: what was swept, who is ahead, and the key numbers of hedged LP, option twin and their difference. */
export function sweepHeader(summary: SweepSummary): Markup {
  const { scenario, axes } = summary;
  const swept = axes.map(({ key, values }) => markup`<dt>${key}</dt><dd>${values.map(String).join(", ")}</dd>\n`);
  return pageHeader({
    kicker: "Monte Carlo sweep · a liquidity pool beside a delta hedger",
    title: scenario.title,
    lead: standing(summary),
    what: scenario.what,
    size: sweepSize(summary),
    thoughtExperiment: scenario.thoughtExperiment,
    ...(axes.length === 0 ? {} : { further: markup`<dl class="facts axes">${swept}</dl>\n` }),
    keys: sweepKeys(summary),
  });
}

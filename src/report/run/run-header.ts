import type { CrashResult } from "../../core/result.ts";
import { crashSize } from "../crash-line.ts";
import { signedPercent } from "../number-format.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { pageHeader } from "../page/page-header.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { runKeys } from "./run-keys.ts";

/** The top of the page: the crash in one line, and what it did to three books. */
export function runHeader(result: CrashResult): Markup {
  const { scenario, crash } = result;
  return pageHeader({
    kicker: "a liquidity pool beside a delta hedger",
    title: scenario.title,
    lead: markup`${unitText(crash.startPrice, "price")} to ${unitText(crash.endPrice, "price")}, <strong>${signedPercent(crash.return, 1)}</strong>; low ${unitText(crash.lowPrice, "price")} at ${readableTime(crash.lowTime)} UTC`,
    what: scenario.what,
    size: `${readableTime(scenario.from)} to ${readableTime(scenario.to)} UTC · ${crashSize(result)}`,
    thoughtExperiment: scenario.thoughtExperiment,
    keys: runKeys(result),
  });
}

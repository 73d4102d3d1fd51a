import { decimal } from "../../report/number-format.ts";
import { readableTime } from "../../report/time-format.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { failingFrom } from "./failing-from.ts";
import type { Judgement } from "./judgement.ts";

/** At which block and time a claim failed: `first beyond the limit in block 412, 2020-03-12 10:52 UTC`. */
export function placeText(claim: Claim, judgement: Judgement): string {
  const { run, broken } = judgement;
  if (broken !== null) return `first in block ${decimal(broken.block)}`;
  const from = failingFrom(claim, judgement);
  if (from !== null)
    return `${claim.cut === "last" ? "beyond the limit to the end from" : "first beyond the limit in"} ${blockText(run, from)}`;
  const worst = judgement.holds ? null : claim.worst(run);
  return worst === null ? `at the end, ${blockText(run, run.crash.series.block.length - 1)}` : `worst in ${blockText(run, worst)}`;
}

function blockText({ crash: { series } }: MatchedRun, row: number): string {
  return `block ${decimal(series.block[row] ?? row)}, ${readableTime(series.time[row] ?? 0)} UTC`;
}

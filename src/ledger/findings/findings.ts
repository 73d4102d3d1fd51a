import type { Finding } from "../../core/result.ts";
import { feesAgainstBleed } from "./fees-against-bleed.ts";
import { flowDirection } from "./flow-direction.ts";
import { flowOfChosen } from "./flow-of-chosen.ts";
import { halted } from "./halted.ts";
import { poolAgainstDesk } from "./pool-against-desk.ts";
import { slippageThroughCrash } from "./slippage-through-crash.ts";
import type { Unread } from "./unread.ts";
import { closedByForce } from "./closed-by-force.ts";
import { whoFeedsTheCrash } from "./who-feeds-the-crash.ts";
import { whoGained } from "./who-gained.ts";

/** What the numbers say, in plain sentences that turn when the numbers turn. */
export function findingsOf(result: Unread): readonly Finding[] {
  const always = [feesAgainstBleed, poolAgainstDesk, flowDirection, whoGained, slippageThroughCrash];
  return [
    ...always.map((finding) => finding(result)),
    ...flowOfChosen(result),
    ...whoFeedsTheCrash(result),
    ...closedByForce(result),
    ...halted(result),
  ];
}

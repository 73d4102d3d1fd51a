import { arbitrageWithFees } from "./arbitrage-with-fees.ts";
import type { Paper } from "./comparison.ts";
import { discreteHedging } from "./discrete-hedging.ts";
import { feeInReserves } from "./fee-in-reserves.ts";
import { hawkesCounts } from "./hawkes-counts.ts";
import { jumpGap } from "./jump-gap.ts";
import { leland } from "./leland.ts";
import { rebalancingLoss } from "./rebalancing-loss.ts";

let found: readonly Paper[] | undefined;

/** Every experiment, run once in a process. */
export function papers(): readonly Paper[] {
  found ??= [
    rebalancingLoss(),
    arbitrageWithFees("poisson"),
    arbitrageWithFees("fixed"),
    feeInReserves(),
    discreteHedging(),
    leland(),
    jumpGap(),
    hawkesCounts(),
  ];
  return found;
}

import type { LargestTradeReading } from "../../../../core/probe-result.ts";
import type { Side } from "../../../../core/words.ts";
import type { PoolLab } from "../pool-lab.ts";
import { costOfSwap } from "./cost-of-swap.ts";
import { findShare } from "./find-share.ts";
import { nothingToMeasure, refused } from "./refused.ts";

const TOLERANCE = 0.01;
/** What `findShare` comes to from 0.01. */
const FARTHEST = 40;

/**
 * The largest trade on either side that costs 1 % at most, fee and impact together, over the reserve of what is paid in; 0 where the fee alone is more. A constant product has (φ/0.99 − 1)/φ, which is
 * 0.709 % at 0.3 %.
 *
 * @throws InputError `POOL_REFUSES`, and `PROBE_NOTHING` where no trade costs so much
 */
export async function largestTrade(lab: PoolLab): Promise<LargestTradeReading> {
  const on = async (side: Side): Promise<number> => {
    const { cost: touch, reason } = await costOfSwap(lab, side, 1e-6);
    if (touch === null) throw refused("a swap of a millionth of its reserve", reason);
    if (touch >= TOLERANCE) return 0;
    const measure = async (share: number): Promise<number | null> => (await costOfSwap(lab, side, share)).cost;
    const found = await findShare(measure, TOLERANCE, { first: 0.01, atZero: touch, tolerance: 1e-9 });
    if (found === null) throw nothingToMeasure(`no trade up to ${FARTHEST} times the reserve costs ${TOLERANCE}`);
    return found;
  };
  return { tolerance: TOLERANCE, sell: await on("sell"), buy: await on("buy") };
}

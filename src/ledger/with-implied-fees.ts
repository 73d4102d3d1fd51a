import { impliedFee } from "../amm/implied-fee.ts";
import { reservesFor } from "../amm/uniswap-v2.ts";
import type { Prediction, SwapEntry } from "./chain-entries.ts";

/** The same entries, with the fee of each swap on a constant product that its own amounts say. */
export function withImpliedFees(entries: Prediction): Prediction {
  const of = (swap: SwapEntry): SwapEntry => {
    const { reserveIn, reserveOut } = reservesFor(swap.before, swap.side);
    const fee = impliedFee(swap.amountIn, swap.amountOut, reserveIn, reserveOut);
    return { ...swap, before: { ...swap.before, fee } };
  };
  const { swap, steps } = entries;
  return {
    ...entries,
    swap: swap === null ? null : of(swap),
    ...(steps === undefined ? {} : { steps: steps.map((step) => (step.swap === null ? step : { ...step, swap: of(step.swap) })) }),
  };
}

import { lelandVolatility } from "../leland-volatility.ts";
import type { HedgePolicy } from "./hedge-policy.ts";
import { neededMarket } from "./needed-market.ts";

export interface LelandTerms {
  /** Whole number of blocks between two trades, at least 1. */
  readonly blocks: number;
  /** The same time in years, positive. */
  readonly years: number;
}

/**
 * Trades as `interval`, to the delta at Leland's volatility for the market's cost and this interval: a wider one where what is hedged has been sold (its gamma
 * is negative), a narrower one where it is held.
 *
 * @throws RangeError for terms out of their bounds
 */
export function leland({ blocks, years }: LelandTerms): HedgePolicy {
  if (!(Number.isSafeInteger(blocks) && blocks >= 1))
    throw new RangeError(`blocks between two trades are a whole number from 1, not ${blocks}`);
  if (!(years > 0 && years < Infinity)) throw new RangeError(`the time between two trades is a positive number of years, not ${years}`);
  return {
    name: "leland",
    target({ block, hedge }, given) {
      if (block % blocks !== 0) return null;
      const market = neededMarket("leland", given);
      const delta = market.deltaAt(lelandVolatility(market.gamma > 0 ? -1 : 1, market.vol, 2 * market.cost, years));
      return hedge + delta === 0 ? null : 0 - delta;
    },
  };
}

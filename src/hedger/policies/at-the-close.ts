import type { HedgePolicy } from "./hedge-policy.ts";
import { neededMarket } from "./needed-market.ts";

/**
 * Trades to −delta at the opening and then in the last block of each trading session alone, as funds that promise a multiple of a day's return do; at a market that
 * never closes, in the last block of each day by universal time.
 */
export const atTheClose: HedgePolicy = {
  name: "at-the-close",
  target({ block, hedge, delta }, market) {
    const isTime = block === 0 || neededMarket("at-the-close", market).isClose;
    return isTime && hedge + delta !== 0 ? 0 - delta : null;
  },
};

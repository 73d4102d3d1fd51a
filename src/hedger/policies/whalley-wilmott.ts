import type { HedgePolicy } from "./hedge-policy.ts";
import { neededMarket } from "./needed-market.ts";

/**
 * Leaves the hedge alone within ±((3/2)·k·S·Γ²/λ)^(1/3) of −delta, and brings it to the nearer edge from outside, the opening among that: the best for a small
 * cost k and constant absolute risk aversion λ, at zero rates (Whalley and Wilmott 1997, An asymptotic analysis of an optimal hedging model for option pricing with
 * transaction costs, Mathematical Finance 7:307–324).
 *
 * @param riskAversion λ, per unit of quote, positive: the larger a book, the smaller it is for the same taste
 * @throws RangeError for a risk aversion that is not positive
 */
export function whalleyWilmott(riskAversion: number): HedgePolicy {
  if (!(riskAversion > 0 && riskAversion < Infinity)) throw new RangeError(`risk aversion is a positive number, not ${riskAversion}`);
  return {
    name: "whalley-wilmott",
    target({ hedge, delta }, given) {
      const { price, cost, gamma } = neededMarket("whalley-wilmott", given);
      const halfWidth = Math.cbrt((1.5 * cost * price * gamma * gamma) / riskAversion);
      const off = hedge + delta;
      if (Math.abs(off) <= halfWidth) return null;
      return 0 - delta + (off > 0 ? halfWidth : -halfWidth);
    },
  };
}

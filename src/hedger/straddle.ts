import { blackScholes } from "./black-scholes.ts";
import type { Claim } from "./claim.ts";

/**
 * A call and a put of one strike, priced by Black and Scholes at zero rates. At expiry it is worth quantity·|spot − strike|, without gamma.
 *
 * @param quantity straddles held, in base; negative for the desk that sold them
 * @param strike in quote per base, positive
 */
export function straddle(quantity: number, strike: number): Claim {
  const call = blackScholes("call", strike);
  const put = blackScholes("put", strike);
  return {
    name: "straddle",
    value: (spot, tau, vol) => quantity * (call.value(spot, tau, vol) + put.value(spot, tau, vol)),
    greeks: (spot, tau, vol) => {
      const c = call.greeks(spot, tau, vol);
      const p = put.greeks(spot, tau, vol);
      return {
        value: quantity * (c.value + p.value),
        delta: quantity * (c.delta + p.delta),
        gamma: quantity * (c.gamma + p.gamma),
        theta: quantity * (c.theta + p.theta),
        vega: quantity * (c.vega + p.vega),
      };
    },
  };
}

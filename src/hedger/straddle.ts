import { callAndPut } from "./call-and-put.ts";
import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";
import { blankMark } from "./mark.ts";

/**
 * A call and a put of one strike, priced by Black and Scholes at zero rates. At expiry it is worth quantity·|spot − strike|, without gamma.
 *
 * @param quantity straddles held, in base; negative for the desk that sold them
 * @param strike in quote per base, positive
 */
export function straddle(quantity: number, strike: number): Claim {
  const options = callAndPut(strike, 0);
  const call = blankMark();
  const put = blankMark();
  return claimFromMark("straddle", (mark) => {
    options.mark(mark, call, put);
    mark.value = quantity * (call.value + put.value);
    mark.delta = quantity * (call.delta + put.delta);
    mark.gamma = quantity * (call.gamma + put.gamma);
    mark.theta = quantity * (call.theta + put.theta);
    mark.vega = quantity * (call.vega + put.vega);
  });
}

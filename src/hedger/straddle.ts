import { blackScholesModel } from "./black-scholes-model.ts";
import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";
import { blankMark } from "./mark.ts";
import type { PriceModel } from "./price-model.ts";

/**
 * A call and a put of one strike, priced by Black and Scholes at zero rates unless another model is given. At expiry it is worth quantity·|spot − strike|,
 * without gamma.
 *
 * @param quantity straddles held, in base; negative for the desk that sold them
 * @param strike in quote per base, positive
 * @throws RangeError for a strike that is not a positive number
 */
export function straddle(quantity: number, strike: number, model: PriceModel = blackScholesModel()): Claim {
  if (!(strike > 0 && strike < Infinity)) throw new RangeError(`a strike is a positive number, not ${strike}`);
  const options = model.options(strike);
  const call = blankMark();
  const put = blankMark();
  return claimFromMark("straddle", (mark) => {
    options.mark(mark, call, put);
    mark.value = quantity * (call.value + put.value);
    mark.delta = quantity * (call.delta + put.delta);
    mark.gamma = quantity * (call.gamma + put.gamma);
    mark.theta = quantity * (call.theta + put.theta);
    mark.vega = quantity * (call.vega + put.vega);
    mark.otherDrift = quantity * (call.otherDrift + put.otherDrift);
  });
}

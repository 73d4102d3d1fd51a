import type { Claim } from "./claim.ts";
import { optionLegs } from "./option-legs.ts";
import type { PriceModel } from "./price-model.ts";

/**
 * Puts of one strike.
 *
 * @param quantity puts held, in base; negative for the desk that sold them
 * @param strike in quote per base
 * @throws RangeError as `optionLegs`
 */
export function put(quantity: number, strike: number, model?: PriceModel): Claim {
  return optionLegs("put", [{ kind: "put", strike, quantity }], model);
}

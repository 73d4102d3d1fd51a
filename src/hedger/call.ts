import type { Claim } from "./claim.ts";
import { optionLegs } from "./option-legs.ts";
import type { PriceModel } from "./price-model.ts";

/**
 * Calls of one strike.
 *
 * @param quantity calls held, in base; negative for the desk that sold them
 * @param strike in quote per base
 * @throws RangeError as `optionLegs`
 */
export function call(quantity: number, strike: number, model?: PriceModel): Claim {
  return optionLegs("call", [{ kind: "call", strike, quantity }], model);
}

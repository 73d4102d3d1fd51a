import type { Claim } from "./claim.ts";
import { optionLegs } from "./option-legs.ts";
import type { PriceModel } from "./price-model.ts";

/**
 * A put and a call of a higher strike.
 *
 * @param quantity strangles held, in base; negative for the desk that sold them
 * @param strikes of the put and of the call, in quote per base
 * @throws RangeError when the put's strike is not below the call's, and as `optionLegs`
 */
export function strangle(quantity: number, [put, call]: readonly [put: number, call: number], model?: PriceModel): Claim {
  if (!(put < call)) throw new RangeError(`the put of a strangle has the lower strike: ${put}, ${call}`);
  return optionLegs(
    "strangle",
    [
      { kind: "put", strike: put, quantity },
      { kind: "call", strike: call, quantity },
    ],
    model,
  );
}

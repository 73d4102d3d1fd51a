import type { Claim } from "./claim.ts";
import { optionLegs } from "./option-legs.ts";
import type { PriceModel } from "./price-model.ts";

/** The protective put, the put, the call and the protective call, rising, in quote per base. */
export type CondorStrikes = readonly [wingPut: number, put: number, call: number, wingCall: number];

/**
 * A strangle whose risk ends at its wings: the inner put and call, less a put further down and a call further up. The desk that sells it takes in the credit,
 * keeps it while the price ends between the inner strikes, and loses at most the wider wing less the credit.
 *
 * @param quantity condors held, in base; negative for the desk that sold the inner options and bought the wings
 * @throws RangeError when the strikes do not rise, and as `optionLegs`
 */
export function ironCondor(quantity: number, strikes: CondorStrikes, model?: PriceModel): Claim {
  const [wingPut, put, call, wingCall] = strikes;
  if (!(wingPut < put && put < call && call < wingCall)) {
    throw new RangeError(`the strikes of an iron condor rise: ${strikes.join(", ")}`);
  }
  return optionLegs(
    "iron-condor",
    [
      { kind: "put", strike: wingPut, quantity: -quantity },
      { kind: "put", strike: put, quantity },
      { kind: "call", strike: call, quantity },
      { kind: "call", strike: wingCall, quantity: -quantity },
    ],
    model,
  );
}

import { blackScholesModel } from "./black-scholes-model.ts";
import type { CallAndPut } from "./call-and-put.ts";
import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";
import { blankMark } from "./mark.ts";
import type { PriceModel } from "./price-model.ts";

export interface OptionLeg {
  readonly kind: "call" | "put";
  /** In quote per base, positive. */
  readonly strike: number;
  /** Options held, in base; negative when sold. */
  readonly quantity: number;
}

/**
 * A position in European options of one expiry under one model of prices: the sum of its legs. A call and a put of one strike are priced together, and marking
 * does not allocate.
 *
 * @throws RangeError for no legs, a strike that is not a positive number, or a quantity that is no number
 */
export function optionLegs(name: string, legs: readonly OptionLeg[], model: PriceModel = blackScholesModel()): Claim {
  const pairs = pairsOf(legs, model);
  const call = blankMark();
  const put = blankMark();
  return claimFromMark(name, (mark) => {
    let value = 0;
    let delta = 0;
    let gamma = 0;
    let theta = 0;
    let vega = 0;
    let otherDrift = 0;
    for (const { options, calls, puts } of pairs) {
      options.mark(mark, call, put);
      value += calls * call.value + puts * put.value;
      delta += calls * call.delta + puts * put.delta;
      gamma += calls * call.gamma + puts * put.gamma;
      theta += calls * call.theta + puts * put.theta;
      vega += calls * call.vega + puts * put.vega;
      otherDrift += calls * call.otherDrift + puts * put.otherDrift;
    }
    mark.value = value;
    mark.delta = delta;
    mark.gamma = gamma;
    mark.theta = theta;
    mark.vega = vega;
    mark.otherDrift = otherDrift;
  });
}

interface Pair {
  readonly options: CallAndPut;
  calls: number;
  puts: number;
}

function pairsOf(legs: readonly OptionLeg[], model: PriceModel): readonly Pair[] {
  if (legs.length === 0) throw new RangeError("a position in options has at least one leg");
  const pairs = new Map<number, Pair>();
  for (const { kind, strike, quantity } of legs) {
    if (!(strike > 0 && strike < Infinity)) throw new RangeError(`a strike is a positive number, not ${strike}`);
    if (!Number.isFinite(quantity)) throw new RangeError(`the quantity of a leg is a finite number, not ${quantity}`);
    const pair = pairs.get(strike) ?? { options: model.options(strike), calls: 0, puts: 0 };
    if (kind === "call") pair.calls += quantity;
    else pair.puts += quantity;
    pairs.set(strike, pair);
  }
  return [...pairs.values()];
}

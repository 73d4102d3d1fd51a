import type { Claim } from "./claim.ts";
import { type OptionLeg, optionLegs } from "./option-legs.ts";
import type { PriceModel } from "./price-model.ts";

export interface StripTerms {
  /** L of the liquidity position, in √(base·quote); negative for the desk that sold the strip. */
  readonly liquidity: number;
  /** Price at which the position is compared with its tangent, in quote per base. */
  readonly centre: number;
  /** In quote per base, rising, the centre among them with strikes on both sides. */
  readonly strikes: readonly number[];
}

/**
 * The puts below a price and the calls above it, with weights (L/2)·K^(−3/2)·ΔK, that pay what liquidity in a constant-product pool loses against its tangent
 * there, (L/√p)·(√p − √S)² (Carr and Madan 1998, Towards a Theory of Volatility Trading, equation 1). With all strikes it is worth V·(1 − e^(−σ²τ/8)) under
 * Black and Scholes at S = p, V = 2L√p the pool's value.
 *
 * Each strike stands for half of the way to both of its neighbours, the first and the last for the whole way to their only one; half a put and half a call
 * stand at the centre. Beyond the last strikes the strip pays along straight lines, less than is lost.
 *
 * @throws RangeError when the strikes do not rise, or do not lie on both sides of a centre that is one of them, and as `optionLegs`
 */
export function replicatingStrip(terms: StripTerms, model?: PriceModel): Claim {
  return optionLegs("strip", stripLegs(terms), model);
}

function stripLegs({ liquidity, centre, strikes }: StripTerms): readonly OptionLeg[] {
  if (!Number.isFinite(liquidity)) throw new RangeError(`liquidity is a finite number, not ${liquidity}`);
  const middle = strikes.indexOf(centre);
  if (middle < 1 || middle === strikes.length - 1) {
    throw new RangeError(`the centre of a strip is one of its strikes, with others below and above: ${centre} in ${strikes.join(", ")}`);
  }
  const fall = strikes.findIndex((strike, i) => i > 0 && !(strike > strikes[i - 1]!));
  if (fall > 0) throw new RangeError(`the strikes of a strip rise: ${strikes[fall]} after ${strikes[fall - 1]}`);
  const last = strikes.length - 1;
  return strikes.flatMap((strike, i): readonly OptionLeg[] => {
    const span = strikes[Math.min(i + 1, last)]! - strikes[Math.max(i - 1, 0)]!;
    const stretch = i === 0 || i === last ? span : 0.5 * span;
    const quantity = (0.5 * liquidity * stretch) / (strike * Math.sqrt(strike));
    if (i !== middle) return [{ kind: i < middle ? "put" : "call", strike, quantity }];
    return [
      { kind: "put", strike, quantity: 0.5 * quantity },
      { kind: "call", strike, quantity: 0.5 * quantity },
    ];
  });
}

/** What the statement asks of a position in options: a claim of the hedger's room, at zero rates. */
export interface PricedClaim {
  value(spot: number, tau: number, vol: number): number;
  greeks(spot: number, tau: number, vol: number): OptionGreeks;
}

interface OptionGreeks {
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
  readonly theta: number;
  readonly vega: number;
}

/** Price in quote per base, and years to expiry: 0 or less once expired. */
export interface OptionMoment {
  readonly price: number;
  readonly tau: number;
}

/** The statement's lines of one step, in quote. */
export interface OptionStep {
  readonly exposure: number;
  readonly premium: number;
  readonly bleed: number;
  readonly vega: number;
  readonly higherOrder: number;
}

/**
 * Where the change of a position in options and of its hedge comes from, over one step: its value expanded from the start of the step.
 *
 * - exposure: (delta + hedge)·ΔS, the hedge held through the step
 * - premium: theta·Δt
 * - bleed: ½·gamma·ΔS² with the gamma that the claim reports
 * - vega: vega·Δσ
 * - higherOrder: what the expansion leaves of the change of value, with the gamma that theta implies by the equation of Black and Scholes 1973
 *   (equation 7) at zero rates, gamma = −2·theta/(σ²S²). A claim whose gamma does not belong to its theta therefore breaks identity 1, and is not
 *   hidden here.
 *
 * The lines add up to the change of value and hedge, exactly but for rounding. Where the position expires within the step, Δt ends at expiry.
 *
 * @param vol volatility a year at the start of the step, at least 0.001
 * @param hedge position at the reference market through the step, in base
 * @param volAfter volatility that the end of the step is marked at
 */
export function optionStep(
  claim: PricedClaim,
  vol: number,
  before: OptionMoment,
  after: OptionMoment,
  hedge: number,
  volAfter = vol,
): OptionStep {
  const { value, delta, gamma, theta, vega } = claim.greeks(before.price, before.tau, vol);
  const move = after.price - before.price;
  const halfSquare = 0.5 * move * move;
  const premium = theta * (Math.max(before.tau, 0) - Math.max(after.tau, 0));
  const revaluation = vega * (volAfter - vol);
  const impliedGamma = theta === 0 ? 0 : (-2 * theta) / (vol * vol * before.price * before.price);
  const change = claim.value(after.price, after.tau, volAfter) - value;
  return {
    exposure: (delta + hedge) * move,
    premium,
    bleed: gamma * halfSquare,
    vega: revaluation,
    higherOrder: change - delta * move - premium - revaluation - impliedGamma * halfSquare,
  };
}

/** A claim marked at one end of a step: a mark of the hedger's room. */
export interface OptionMark {
  /** Price in quote per base. */
  readonly spot: number;
  /** Years to expiry: 0 or less once expired. */
  readonly tau: number;
  /** Volatility a year that it is marked at, at least 0.001. */
  readonly vol: number;
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
  readonly theta: number;
  readonly vega: number;
  /** What the pricing equation has beside theta and gamma, in quote a year: jumps, or the variance's own course; 0 under Black and Scholes. */
  readonly otherDrift: number;
}

/** What is held through one step: the claim as it is marked at both ends, and its hedge at the reference market, in base. */
export interface OptionHolding {
  readonly before: OptionMark;
  readonly after: Pick<OptionMark, "spot" | "tau" | "value">;
  /** What it would be worth at the end had its volatility not changed; absent where it has not. */
  readonly unchanged?: number;
  readonly hedge: number;
}

/** The statement's lines of one step, in quote. */
export interface OptionStep {
  exposure: number;
  premium: number;
  bleed: number;
  vega: number;
  higherOrder: number;
}

/** Lines to be written to. */
export function blankLines(): OptionStep {
  // Not zeros: a field that begins with a whole number is laid out for one.
  return { exposure: NaN, premium: NaN, bleed: NaN, vega: NaN, higherOrder: NaN };
}

/**
 * Where the change of a position in options and of its hedge comes from, over one step: its value expanded from the start of the step.
 *
 * - exposure: (delta + hedge)·ΔS, the hedge held through the step
 * - premium: theta·Δt
 * - bleed: ½·gamma·ΔS² with the gamma that the claim reports
 * - vega: what the change of volatility makes of its value at the end of the step, in full, since jumps of a volatility index are too large for vega·Δσ
 * - higherOrder: what the expansion leaves of the change of value, with the gamma that theta implies by the equation of Black and Scholes 1973
 *   (equation 7) at zero rates, gamma = −2·(theta + other drift)/(σ²S²). A claim whose gamma does not belong to its theta therefore breaks identity 1, and
 *   is not hidden here.
 *
 * The lines add up to the change of value and hedge, exactly but for rounding. Where the position expires within the step, Δt ends at expiry.
 *
 * @param lines are overwritten; the caller owns them
 */
export function optionLines({ before, after, hedge, unchanged = after.value }: OptionHolding, lines: OptionStep): void {
  const { spot, vol, delta, theta, otherDrift } = before;
  const move = after.spot - spot;
  const halfSquare = 0.5 * move * move;
  const premium = theta * (Math.max(before.tau, 0) - Math.max(after.tau, 0));
  const impliedGamma = theta + otherDrift === 0 ? 0 : (-2 * (theta + otherDrift)) / (vol * vol * spot * spot);
  const change = unchanged - before.value;
  lines.exposure = (delta + hedge) * move;
  lines.premium = premium;
  lines.bleed = before.gamma * halfSquare;
  lines.vega = after.value - unchanged;
  lines.higherOrder = change - delta * move - premium - impliedGamma * halfSquare;
}

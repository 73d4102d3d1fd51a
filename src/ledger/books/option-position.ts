import { blankLines, optionLines, type OptionMark, type OptionStep } from "./option-lines.ts";

/** What the statement asks of a position in options: a claim of the hedger's room, at zero rates. */
export interface PricedClaim {
  value(spot: number, tau: number, vol: number): number;
  greeks(spot: number, tau: number, vol: number): Omit<OptionMark, "spot" | "tau" | "vol">;
}

/** Price in quote per base, and years to expiry: 0 or less once expired. */
export interface OptionMoment {
  readonly price: number;
  readonly tau: number;
}

/**
 * `optionLines` of one step of a claim that is priced at its two ends.
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
): Readonly<OptionStep> {
  const { value, delta, gamma, theta, vega, otherDrift } = claim.greeks(before.price, before.tau, vol);
  const start = { spot: before.price, tau: before.tau, vol, value, delta, gamma, theta, vega, otherDrift };
  const end = { spot: after.price, tau: after.tau, value: claim.value(after.price, after.tau, volAfter) };
  const unchanged = volAfter === vol ? end.value : claim.value(after.price, after.tau, vol);
  const lines = blankLines();
  optionLines({ before: start, after: end, hedge, unchanged }, lines);
  return lines;
}

import type { Mark } from "./mark.ts";

/**
 * Writes what an option is at its expiry: its intrinsic value, without gamma, theta, vega and drift; its delta is the slope of that.
 *
 * @param sign 1 of a call, −1 of a put
 * @param moneyness what exercise brings, in quote; negative when it costs
 */
export function settleOption(option: Mark, sign: 1 | -1, moneyness: number): void {
  option.value = Math.max(moneyness, 0);
  option.delta = sign * exercised(moneyness);
  option.gamma = 0;
  option.theta = 0;
  option.vega = 0;
  option.otherDrift = 0;
}

/** The share of an option that is exercised: one half where spot equals strike. */
export function exercised(moneyness: number): number {
  return moneyness > 0 ? 1 : moneyness < 0 ? 0 : 0.5;
}

import type { CallAndPut } from "./call-and-put.ts";

/**
 * How European options are priced. `vol` of a mark is always the volatility a year of the price's diffusion at that moment; what else a model needs, its jumps
 * or the law of its variance, it was made with.
 */
export interface PriceModel {
  readonly name: string;
  /**
   * The call and the put of one strike.
   *
   * @param strike in quote per base, positive
   */
  options(strike: number): CallAndPut;
}

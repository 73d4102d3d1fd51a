import { callAndPut } from "./call-and-put.ts";
import type { PriceModel } from "./price-model.ts";

/**
 * Black and Scholes 1973: the price diffuses at one volatility.
 *
 * @param rate continuously compounded interest a year
 */
export function blackScholesModel(rate = 0): PriceModel {
  return { name: "black-scholes", options: (strike) => callAndPut(strike, rate) };
}

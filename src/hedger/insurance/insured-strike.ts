import { callAndPut } from "../call-and-put.ts";
import { blankMark } from "../mark.ts";

const HALVINGS = 100;

/** What insured capital buys: so many units of the asset, each with one put of this strike. */
export interface Insurance {
  /** In quote per base. */
  readonly strike: number;
  /** In base. */
  readonly units: number;
}

/**
 * The put that insures capital to a floor: units·(spot + put) is the capital and units·strike the floor, so that at the horizon units·max(spot, strike)
 * is left, never less than the floor (Rubinstein and Leland 1981, Replicating options with positions in stock and cash, Financial Analysts Journal
 * 37(4):63–72). Without interest that asks for call/strike = capital/floor − 1, whose left side falls in the strike; by bisection of the logarithm, to
 * the last digits of a double.
 *
 * @param capital in quote; all of it, the premium included
 * @param floor in quote, what must be left at the horizon
 * @param tau years to the horizon, positive
 * @param vol a year, positive
 * @throws RangeError unless 0 < floor < capital, and where vol·√tau is too small for an option to be worth more than its intrinsic value
 */
export function insuredStrike(capital: number, floor: number, spot: number, tau: number, vol: number): Insurance {
  if (!(floor > 0 && floor < capital)) throw new RangeError(`a floor of ${floor} does not lie between 0 and the capital of ${capital}`);
  if (!(spot > 0 && vol * Math.sqrt(tau) > 1e-6)) throw new RangeError(`no put on ${spot} over ${tau} years at a volatility of ${vol}`);
  const wanted = capital / floor - 1;
  const [call, put] = [blankMark(), blankMark()];
  [call.spot, call.tau, call.vol] = [spot, tau, vol];

  function callPerStrike(strike: number): number {
    callAndPut(strike, 0).mark(call, call, put);
    return call.value / strike;
  }

  let low = Math.log(spot);
  let high = low;
  for (let step = 1; callPerStrike(Math.exp(low)) < wanted; step *= 2) low -= step;
  for (let step = 1; callPerStrike(Math.exp(high)) > wanted; step *= 2) high += step;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (callPerStrike(Math.exp(middle)) > wanted) low = middle;
    else high = middle;
  }
  const strike = Math.exp((low + high) / 2);
  return { strike, units: floor / strike };
}

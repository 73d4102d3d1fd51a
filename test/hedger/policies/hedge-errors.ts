import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import { blankMark } from "../../../src/hedger/mark.ts";
import type { HedgeMarket, HedgePolicy } from "../../../src/hedger/policies/hedge-policy.ts";

export interface HedgeExperiment {
  readonly policy: HedgePolicy;
  /** Moments at which the policy is asked, after the opening. */
  readonly steps: number;
  /** Moments to a trading session, which ends with the last; as many as there are when left out. */
  readonly session?: number;
  /** Of the value of every trade but the delivery at expiry. */
  readonly cost: number;
  /** Volatility at which the call is sold and marked. */
  readonly soldAt: number;
  readonly seed: number;
  readonly paths: number;
}

export interface HedgeErrors {
  /** What is left at expiry on each path, in units of the price. */
  readonly profits: readonly number[];
  /** Mean over the paths: trades after the opening, and costs with it. */
  readonly trades: number;
  readonly costs: number;
}

/** The experiment of Derman and Kamal, and of QuantLib: a call on 100 at 100 for a month, σ = 20 %, r = 5 %. */
export const [SPOT, EXPIRY, VOL, RATE] = [100, 1 / 12, 0.2, 0.05];
export const sold = blackScholes("call", SPOT, RATE);

/** One call sold, and hedged as the policy says in a lognormal world; each path draws from a stream of its own. */
export function hedgeErrors({ policy, steps, session = steps, cost, soldAt, seed, paths }: HedgeExperiment): HedgeErrors {
  const dt = EXPIRY / steps;
  const drift = (RATE - 0.5 * VOL * VOL) * dt;
  const spread = VOL * Math.sqrt(dt);
  const interest = Math.exp(RATE * dt);
  const premium = sold.value(SPOT, EXPIRY, soldAt);
  const mark = blankMark();
  mark.vol = soldAt;
  const market: { -readonly [key in keyof HedgeMarket]: HedgeMarket[key] } = {
    price: NaN,
    cost,
    isClose: false,
    isHalted: false,
    gamma: NaN,
    vol: soldAt,
    deltaAt: (vol: number): number => -sold.delta(mark.spot, mark.tau, vol),
  };
  let [trades, costs] = [0, 0];

  function profitOf(path: number): number {
    const normal = standardNormal(pathStream(seed, path));
    let [spot, stock, cash] = [SPOT, 0, premium];
    for (let step = 0; ; step += 1) {
      mark.spot = spot;
      mark.tau = EXPIRY - step * dt;
      sold.mark(mark);
      market.price = spot;
      market.gamma = -mark.gamma;
      market.isClose = step > 0 && step % session === 0;
      const target = policy.target({ block: step, hedge: stock, delta: -mark.delta, band: 0 }, market);
      if (target !== null) {
        const paid = cost * Math.abs(target - stock) * spot;
        cash -= (target - stock) * spot + paid;
        costs += paid;
        if (step > 0) trades += 1;
        stock = target;
      }
      spot *= Math.exp(drift + spread * normal());
      cash *= interest;
      if (step === steps - 1) return cash + stock * spot - sold.value(spot, 0, soldAt);
    }
  }

  const profits = Array.from({ length: paths }, (_, path) => profitOf(path));
  return { profits, trades: trades / paths, costs: costs / paths };
}

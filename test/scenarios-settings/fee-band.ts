import { stream } from "../../src/core/random.ts";
import { blockTimes } from "../../src/market/block-times.ts";
import { pricesFromBars } from "../../src/market/bridge.ts";
import { recentVolatility } from "../../src/market/recent-volatility.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

const FEE = 0.003;
const KEPT = 1 - FEE;

export interface FeeBandOptions {
  readonly seed: number;
  /** Multiple of the fitted variance inside a bar. */
  readonly variance: number;
  /** Of the other leg, as a share of its value. */
  readonly cost: number;
  /** Gas of an arbitrage, paid at the recorded 60th percentile. */
  readonly gas: number;
  /** Length of an interval and how many there are. */
  readonly seconds: number;
  readonly intervals: number;
  readonly usualVolatility: number;
}

/** What one arbitrageur would do to a scenario's pool if every profitable trade got into its block, by interval. */
export interface FeeBand {
  /** Volume in over the pool's value. */
  readonly turnover: readonly number[];
  /** Recent over usual volatility, mean. */
  readonly volatilityRatio: readonly number[];
}

/** Optimal arbitrage of theory 1.3 in doubles against the bars of a scenario, block by block; a model of its own, apart from the engine. */
export function feeBand(scenario: Scenario, options: FeeBandOptions): FeeBand {
  if (scenario.market.kind !== "bars" || scenario.recordedPool === null) throw new Error("no recorded pool");
  const { bars, seconds } = scenario.market.series;
  const { from } = scenario;
  const times = blockTimes("poisson", 13.2, from, from + options.seconds * options.intervals - 1, stream(options.seed, "blocks"));
  const prices = pricesFromBars(bars, seconds, times, options.variance, stream(options.seed, "path"));
  const turnover = new Array<number>(options.intervals).fill(0);
  const ratioSum = new Array<number>(options.intervals).fill(0);
  const blocks = new Array<number>(options.intervals).fill(0);
  const volatility = recentVolatility(options.usualVolatility);
  let base = scenario.recordedPool.base[0] ?? NaN;
  let quote = base * (prices[0] ?? NaN);
  for (let k = 1; k < times.length; k += 1) {
    const [time = NaN, before = NaN, price = NaN] = [times[k], times[k - 1], prices[k]];
    volatility.observe(prices[k - 1] ?? NaN, price, time - before);
    const at = Math.floor((time - from) / options.seconds);
    ratioSum[at] = (ratioSum[at] ?? 0) + volatility.ratio();
    blocks[at] = (blocks[at] ?? 0) + 1;
    const gas = options.gas * 1e-9 * (scenario.gas?.at(time).p60 ?? NaN) * price;
    const [ask, bid] = [price * (1 + options.cost), price * (1 - options.cost)];
    const sell = (Math.sqrt((KEPT * base * quote) / ask) - base) / KEPT;
    const buy = (Math.sqrt(KEPT * base * quote * bid) - quote) / KEPT;
    const sold = (KEPT * sell * quote) / (base + KEPT * sell);
    const bought = (KEPT * buy * base) / (quote + KEPT * buy);
    if (sell > 0 && sold - sell * ask > gas) {
      turnover[at] = (turnover[at] ?? 0) + (sell * price) / (2 * quote);
      base += sell;
      quote -= sold;
    } else if (buy > 0 && bought * bid - buy > gas) {
      turnover[at] = (turnover[at] ?? 0) + buy / (2 * quote);
      quote += buy;
      base -= bought;
    }
  }
  return { turnover, volatilityRatio: ratioSum.map((sum, i) => sum / (blocks[i] ?? NaN)) };
}

/** y ≈ a·x^b by quasi-Poisson likelihood (Newton), which keeps the sum of y and allows y below zero. */
export function fitPower(x: readonly number[], y: readonly number[]): { readonly a: number; readonly b: number } {
  const logs = x.map(Math.log);
  let log = Math.log(y.reduce((sum, value) => sum + value, 0) / y.length);
  let b = 0;
  for (let round = 0; round < 50; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    logs.forEach((l, i) => {
      const mean = Math.exp(log + b * l);
      const gap = (y[i] ?? NaN) - mean;
      g0 += gap;
      g1 += gap * l;
      h00 += mean;
      h01 += mean * l;
      h11 += mean * l * l;
    });
    const determinant = h00 * h11 - h01 * h01;
    log += (h11 * g0 - h01 * g1) / determinant;
    b += (h00 * g1 - h01 * g0) / determinant;
  }
  return { a: Math.exp(log), b };
}

import { expect } from "chai";
import { describe, it } from "mocha";
import { agentSettings, type AgentSettings } from "../../src/agents/settings.ts";
import { traders } from "../../src/agents/trader.ts";
import { stream } from "../../src/core/random.ts";
import { baseNumber, quoteNumber } from "../../src/core/units.ts";
import { ordersOf, poolOf, type Scene, sceneView } from "./view.ts";

const PRICE = 200;
/** Worth 4 billion at the price, so that no trade meets a limit. */
const huge = poolOf(1e7, 2e9);
const VALUE = 4e9;
const SECONDS = 13;
const accounts = Array.from({ length: 400 }, (_, i) => `trader-${i + 1}`);

interface Sample {
  /** Arrivals of each block. */
  readonly counts: readonly number[];
  /** Worth of each trade, in quote. */
  readonly sizes: readonly number[];
  readonly sells: number;
  readonly bids: readonly number[];
}

function sample(blocks: number, change: Partial<AgentSettings>, scene: Scene = {}, seed = 1): Sample {
  const settings = { ...agentSettings.parse({}), ...change };
  const agent = traders({ accounts, settings, repriceBlocks: 6 });
  const random = stream(seed, "traders");
  const view = sceneView({ pool: huge, prices: [PRICE], seconds: SECONDS, balance: () => 10n ** 40n, ...scene });
  const counts: number[] = [];
  const sizes: number[] = [];
  const bids: number[] = [];
  let sells = 0;
  for (let block = 0; block < blocks; block += 1) {
    const sent = ordersOf(agent.decide(view, random), "send");
    counts.push(sent.length);
    for (const { action, bid } of sent) {
      if (action.kind !== "trade") continue;
      if (action.side === "sell") sells += 1;
      sizes.push(action.side === "sell" ? baseNumber(action.amountIn) * PRICE : quoteNumber(action.amountIn));
      bids.push(Number(bid.expected) / 1e9);
    }
  }
  return { counts, sizes, sells, bids };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
/** Mean of a block's arrivals: volume a day, over the mean of a log-normal size. */
const rate = (turnover: number, median: number, sigma: number, surge = 1): number =>
  (turnover * VALUE * surge * SECONDS) / 86_400 / (median * Math.exp((sigma * sigma) / 2));

/** Probabilities of 0 to `last − 1`, and of `last` or more, under a Poisson law. */
function poisson(lambda: number, last: number): readonly number[] {
  const head: number[] = [];
  let p = Math.exp(-lambda);
  for (let k = 0; k < last; k += 1) {
    head.push(p);
    p *= lambda / (k + 1);
  }
  return [...head, 1 - sum(head)];
}

/** Largest distance between the empirical law of a sample and a law, times √n (Kolmogorov). */
function kolmogorov(values: readonly number[], law: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const distances = sorted.map((x, i) => Math.max((i + 1) / n - law(x), law(x) - i / n));
  return Math.sqrt(n) * Math.max(...distances);
}

/** Normal law by Simpson's rule on its density from 0. */
function normalLaw(z: number): number {
  const steps = 200;
  const h = z / steps;
  const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let total = density(0) + density(z);
  for (let i = 1; i < steps; i += 1) total += (i % 2 === 1 ? 4 : 2) * density(i * h);
  return 0.5 + (total * h) / 3;
}

describe("agents/trader: in distribution, within three standard errors", () => {
  const regimes: readonly [turnover: number, median: number, sigma: number, blocks: number][] = [
    [0.3, 500_000, 1.2, 6_000], // rarely one a block
    [0.3, 40_000, 1.2, 3_000], // a few
    [3, 40_000, 0.8, 1_000], // some eighty, where the generator goes another way
  ];
  for (const [turnover, traderMedian, traderSigma, blocks] of regimes) {
    const lambda = rate(turnover, traderMedian, traderSigma);
    it(`${lambda.toFixed(2)} arrivals a block: mean, variance and volume`, () => {
      const { counts, sizes } = sample(blocks, { turnover, traderMedian, traderSigma });
      const average = mean(counts);
      const variance = mean(counts.map((n) => (n - average) * (n - average)));
      expect(average).to.be.closeTo(lambda, 3 * Math.sqrt(lambda / blocks));
      expect(variance).to.be.closeTo(lambda, 3 * Math.sqrt((lambda + 2 * lambda * lambda) / blocks));
      // A compound Poisson sum has variance λ·E[size²], and E[size²] = median²·exp(2σ²).
      const volume = (turnover * VALUE * SECONDS * blocks) / 86_400;
      const error = Math.sqrt(lambda * blocks) * traderMedian * Math.exp(traderSigma * traderSigma);
      expect(sum(sizes)).to.be.closeTo(volume, 3 * error);
    });
  }

  it("arrivals of a block have the Poisson law: chi-square over 0, 1, 2, 3, and 4 or more", () => {
    const lambda = rate(0.3, 40_000, 1.2);
    const { counts } = sample(4_000, { turnover: 0.3, traderMedian: 40_000, traderSigma: 1.2 });
    const law = poisson(lambda, 4);
    const chiSquare = law.reduce((total, p, k) => {
      const seen = counts.filter((n) => (k === 4 ? n >= 4 : n === k)).length;
      return total + ((seen - 4_000 * p) * (seen - 4_000 * p)) / (4_000 * p);
    }, 0);
    // Four degrees of freedom: mean 4, and three standard deviations of √8 above it.
    expect(chiSquare).to.be.below(4 + 3 * Math.sqrt(8));
  });

  it("sizes have the log-normal law: Kolmogorov's distance, mean and deviation of the logarithm", () => {
    const { sizes } = sample(200, { turnover: 3, traderMedian: 40_000, traderSigma: 1.2 });
    const logs = sizes.map((size) => Math.log(size / 40_000) / 1.2);
    const n = logs.length;
    expect(n).to.be.above(4_000);
    expect(mean(logs)).to.be.closeTo(0, 3 / Math.sqrt(n));
    expect(mean(logs.map((z) => z * z))).to.be.closeTo(1, 3 * Math.sqrt(2 / n));
    // 1.63 is exceeded once in a hundred samples.
    expect(kolmogorov(logs, normalLaw)).to.be.below(1.63);
  });

  it("sides come in the stated share, whatever it is", () => {
    for (const sellShare of [0, 0.3, 0.5, 1]) {
      const { sells, sizes } = sample(60, { turnover: 3, traderMedian: 40_000, sellShare });
      expect(sells / sizes.length).to.be.closeTo(sellShare, 3 * Math.sqrt((sellShare * (1 - sellShare)) / sizes.length));
    }
  });

  it("bids lie evenly between the lowest and the highest", () => {
    const { bids } = sample(150, { turnover: 3, traderMedian: 40_000 });
    expect(Math.min(...bids)).to.be.at.least(10);
    expect(Math.max(...bids)).to.be.at.most(20);
    expect(kolmogorov(bids, (gwei) => (gwei - 10) / 10)).to.be.below(1.63);
  });

  const surges: readonly [surge: number, ratio: number, factor: number][] = [
    [0.5, 4, 2],
    [0.5, 0.25, 0.5],
    [1, 3, 3],
    [2, 2, 4],
    [0, 50, 1],
    [0.5, 1, 1],
  ];
  for (const [surge, volatilityRatio, factor] of surges) {
    it(`volatility ${volatilityRatio} times the usual at an elasticity of ${surge}: ${factor} times the arrivals`, () => {
      const blocks = 1_500;
      const { counts } = sample(blocks, { turnover: 0.3, traderMedian: 40_000, surge }, { volatilityRatio });
      const lambda = rate(0.3, 40_000, 1.2, factor);
      expect(mean(counts)).to.be.closeTo(lambda, 3 * Math.sqrt(lambda / blocks));
    });
  }

  it("a longer block brings more of them, in proportion, and a market that stands still none", () => {
    const { counts } = sample(1_500, { turnover: 0.3, traderMedian: 40_000 }, { seconds: 3 * SECONDS });
    const lambda = 3 * rate(0.3, 40_000, 1.2);
    expect(mean(counts)).to.be.closeTo(lambda, 3 * Math.sqrt(lambda / 1_500));
    expect(sample(50, { turnover: 3 }, { volatilityRatio: 0 }).sizes).to.have.length(0);
  });

  it("draws the same from the same stream, and other things from another", () => {
    const one = sample(20, { turnover: 3 });
    expect(sample(20, { turnover: 3 })).to.deep.equal(one);
    expect(sample(20, { turnover: 3 }, {}, 2)).not.to.deep.equal(one);
  });
});

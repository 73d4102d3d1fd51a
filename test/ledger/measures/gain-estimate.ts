import { expect } from "chai";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { cppi } from "../../../src/hedger/insurance/cppi.ts";
import { insuredStrike } from "../../../src/hedger/insurance/insured-strike.ts";
import { syntheticPut } from "../../../src/hedger/insurance/synthetic-put.ts";
import { gainEstimate, gainOverSeeds } from "../../../src/ledger/measures/gain-estimate.ts";
import { reaction } from "../../../src/ledger/measures/reaction.ts";
import { type Follower, followedMarket } from "./market-with-agents.ts";

const START = 200;
/** The market is 10,000 tokens, and buying one per cent of it moves the price by five. */
const [TOKENS, LAMBDA] = [10_000, 5];
const SETTINGS = { blocks: 500, deviation: 0.01, drift: -0.001, impact: LAMBDA / TOKENS, start: START };
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);
const HORIZON = 10;

const liquidity = 0.1 * TOKENS * Math.sqrt(START);
const pool: Follower = {
  holds: (price) => liquidity / Math.sqrt(price),
  reacts: (price) => reaction({ kind: "pool", value: 2 * liquidity * Math.sqrt(price), hedgedShare: 0 }),
  slack: 0,
};
/** Sells elsewhere what the pool takes in, and is filled with a fifth too much or too little. */
const hedgerOf = (share: number): Follower => ({
  holds: (price) => (-share * liquidity) / Math.sqrt(price),
  reacts: (price) => (share * liquidity * Math.sqrt(price)) / 2,
  slack: 0.2,
});
const put = syntheticPut(insuredStrike(0.12 * TOKENS * START, 0.95 * 0.12 * TOKENS * START, START, 1, 0.4));
const insurers: Follower = {
  holds: (price) => put({ spot: price, tau: 1, vol: 0.4 }).base,
  reacts: (price) => reaction({ kind: "replicator", gamma: put({ spot: price, tau: 1, vol: 0.4 }).gamma, price }),
  slack: 0.2,
};
/** The same rule at a fixed cushion per price: exposure m·C₀·(S/S₀)^m, for a multiple of 3. */
const CUSHION = 0.01 * TOKENS * START;
const cushionAt = (price: number): number => (CUSHION * price * price * price) / (START * START * START);
const proportional: Follower = {
  holds: (price) => cppi({ multiple: 3, leverage: Infinity }, { value: cushionAt(price), floor: 0, price, isBroken: false }).base,
  reacts: (price) => reaction({ kind: "cushion", multiple: 3, cushion: cushionAt(price) }),
  slack: 0,
};

function measure(followers: readonly Follower[]) {
  const runs = SEEDS.map((seed) => {
    const market = followedMarket(SETTINGS, followers, seed);
    const estimate = gainEstimate(market.on, market.off, HORIZON);
    if (estimate === null) throw new Error(`no estimate with seed ${seed}`);
    return { truth: market.gain, ...estimate };
  });
  const mean = (of: (run: (typeof runs)[number]) => number): number => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    ...gainOverSeeds(runs.map(({ gain }) => gain)),
    truth: mean(({ truth }) => truth),
    ratios: gainOverSeeds(runs.map(({ byVarianceRatio }) => byVarianceRatio ?? NaN)),
    covered: mean(({ interval: [low, high], truth }) => (low <= truth && truth <= high ? 1 : 0)),
  };
}

describe("ledger/measures: the loop gain of a market with agents of known gain, over 200 seeds", () => {
  for (const [name, followers, low, high] of [
    ["a fee-free pool alone", [pool], -0.3, -0.2],
    ["a pool half hedged", [pool, hedgerOf(0.5)], -0.15, -0.1],
    ["insurers alone", [insurers], 0.1, 0.5],
    ["insurers beside a pool", [insurers, pool], -0.2, 0.3],
    ["constant proportion insurers", [proportional], 0.1, 0.35],
  ] as const) {
    it(`${name}: within 0.002 of the truth, which lies between ${low} and ${high}`, () => {
      const { gain, interval, truth } = measure(followers);
      expect(truth).to.be.within(low, high);
      expect(gain).to.be.closeTo(truth, 0.002);
      expect(interval?.[0] ?? NaN).to.be.below(gain);
      if (low > 0) expect(interval?.[0] ?? NaN).to.be.above(0);
      if (high < 0) expect(interval?.[1] ?? NaN).to.be.below(0);
    });
  }

  it("a pool hedged in full, with fills of 80 to 120 %: an interval that holds 0 and is no wider than ±0.05", () => {
    const { interval, truth } = measure([pool, hedgerOf(1)]);
    const [from, to] = interval ?? [NaN, NaN];
    expect(truth).to.be.closeTo(0, 1e-12);
    expect(from).to.be.within(-0.05, 0);
    expect(to).to.be.within(0, 0.05);
    expect(to - from).to.be.above(1e-5);
  });

  it("a pool hedged in full and on the spot leaves nothing to measure: 0, and no variance ratio", () => {
    const exact = { ...hedgerOf(1), slack: 0 };
    const { on, off } = followedMarket(SETTINGS, [pool, exact], 1);
    const estimate = gainEstimate(on, off, HORIZON);
    expect(estimate?.gain).to.be.closeTo(0, 1e-12);
    expect(estimate?.interval[1]).to.be.closeTo(0, 1e-12);
    expect(gainEstimate(off, off, HORIZON)).to.include({ gain: 0, standardError: 0, byVarianceRatio: null });
  });

  it("the interval over blocks of a single run holds that run's gain in 95 % of runs where fills stray, within 3 standard errors", () => {
    const { covered } = measure([pool, hedgerOf(0.5)]);
    expect(covered).to.be.closeTo(0.95, 3 * Math.sqrt((0.95 * 0.05) / SEEDS.length));
  });

  it("the variance ratio overstates a gain that comes and goes with the price, which the regression gets right", () => {
    const { ratios, gain, truth } = measure([proportional]);
    expect(ratios.gain).to.be.above(gain + 0.02);
    expect(gain).to.be.closeTo(truth, 0.002);
  });
});

/** A market without impact's curvature: r_on(t) = r_off(t) + g·r_on(t − 1) + noise·z, with r_off(t) = memory·r_off(t − 1) + z'. */
function linear(blocks: number, gain: number, memory: number, noise: number, seed: number): { on: number[]; off: number[] } {
  const [path, fills] = [standardNormal(stream(seed, "path")), standardNormal(stream(seed, "fills"))];
  const [on, off] = [[1], [1]];
  let [with_, without] = [0, 0];
  for (let i = 0; i < blocks; i += 1) {
    without = memory * without + 0.001 * path();
    with_ = without + gain * with_ + 0.001 * noise * fills();
    off.push((off.at(-1) ?? NaN) * Math.exp(without));
    on.push((on.at(-1) ?? NaN) * Math.exp(with_));
  }
  return { on, off };
}

describe("ledger/measures: what disturbs the loop gain and what does not", () => {
  for (const gain of [-0.5, 0, 0.5]) {
    it(`a price with a memory of 0.4 of its own leaves a gain of ${gain} as it is, and misleads the variance ratio`, () => {
      const { on, off } = linear(20_000, gain, 0.4, 0.2, 11);
      const estimate = gainEstimate(on, off, HORIZON);
      expect(Math.abs((estimate?.gain ?? NaN) - gain)).to.be.below(3 * (estimate?.standardError ?? NaN));
      expect(estimate?.standardError).to.be.below(0.005);
      if (gain > 0) expect(estimate?.byVarianceRatio).to.be.above(gain + 0.1);
    });
  }

  for (const gain of [-0.3, 0.3]) {
    it(`without such memory the variance ratio agrees on a gain of ${gain}, and is more than three times as noisy: 200 runs of 1,000 blocks`, () => {
      const estimates = Array.from({ length: 200 }, (_, seed) => {
        const { on, off } = linear(1_000, gain, 0, 0.3, seed);
        return gainEstimate(on, off, HORIZON);
      });
      const byRegression = gainOverSeeds(estimates.map((each) => each?.gain ?? NaN));
      const byRatio = gainOverSeeds(estimates.map((each) => each?.byVarianceRatio ?? NaN));
      const width = ({ interval }: typeof byRatio): number => (interval?.[1] ?? NaN) - (interval?.[0] ?? NaN);
      expect(byRegression.gain).to.be.closeTo(gain, width(byRegression));
      expect(byRatio.gain).to.be.closeTo(gain, 0.04);
      expect(width(byRatio)).to.be.above(3 * width(byRegression));
    });
  }

  it("trades of other motives bias it by −(1 + 3g)·s/n, as it says: half of the variance, 40 blocks, g = 0.5, within 3 standard errors", () => {
    const seeds = Array.from({ length: 6_000 }, (_, i) => i);
    const { gain, interval } = gainOverSeeds(
      seeds.map((seed) => {
        const { on, off } = linear(40, 0.5, 0, 1, seed);
        return gainEstimate(on, off, HORIZON)?.gain ?? NaN;
      }),
    );
    const half = ((interval?.[1] ?? NaN) - (interval?.[0] ?? NaN)) / 2;
    expect(half).to.be.below(0.004);
    // The formula is of first order in 1/n.
    expect(gain - 0.5).to.be.closeTo((-(1 + 3 * 0.5) * 0.5) / 39, 1.5 * half + 0.003);
  });

  it("who answers two blocks later is not seen", () => {
    const normal = standardNormal(stream(5, "path"));
    const returns: number[] = [];
    const [on, off] = [[1], [1]];
    for (let i = 0; i < 20_000; i += 1) {
      const without = 0.001 * normal();
      const with_ = without + 0.5 * (returns[i - 2] ?? 0);
      returns.push(with_);
      off.push((off.at(-1) ?? NaN) * Math.exp(without));
      on.push((on.at(-1) ?? NaN) * Math.exp(with_));
    }
    expect(gainEstimate(on, off, HORIZON)?.gain).to.be.closeTo(0, 0.02);
  });

  it("too short a run and a price that stands still have none", () => {
    const { on, off } = linear(5, 0.5, 0, 0, 1);
    expect(gainEstimate(on, off, HORIZON)).to.equal(null);
    expect(gainEstimate(new Array<number>(50).fill(200), new Array<number>(50).fill(200), HORIZON)).to.equal(null);
    expect(gainOverSeeds([0.1, 0.2])).to.deep.include({ interval: null });
  });
});

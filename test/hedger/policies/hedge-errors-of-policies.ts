import { expect } from "chai";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { lelandVolatility } from "../../../src/hedger/leland-volatility.ts";
import { atTheClose } from "../../../src/hedger/policies/at-the-close.ts";
import { interval } from "../../../src/hedger/policies/interval.ts";
import { leland } from "../../../src/hedger/policies/leland.ts";
import { whalleyWilmott } from "../../../src/hedger/policies/whalley-wilmott.ts";
import { moments } from "../moments.ts";
import { EXPIRY, hedgeErrors, type HedgeExperiment, RATE, sold, SPOT, VOL } from "./hedge-errors.ts";

const plain = { cost: 0, soldAt: VOL, seed: 31, paths: 20_000 } satisfies Partial<HedgeExperiment>;
const COST = 0.002;

describe("hedging errors of the policies", () => {
  it("interval leaves the deviations of four million paths of QuantLib's example, and twice as much at a quarter of the trades", () => {
    const often = moments(hedgeErrors({ ...plain, policy: interval(1), steps: 84 }).profits);
    const seldom = moments(hedgeErrors({ ...plain, policy: interval(4), steps: 84 }).profits);
    expect(often.deviation / 0.21814).to.be.closeTo(1, 0.03);
    expect(seldom.deviation / 0.42775).to.be.closeTo(1, 0.03);
    expect(often.mean).to.be.closeTo(0, 3 * often.standardError);
    expect(seldom.mean).to.be.closeTo(0, 3 * seldom.standardError);
  });

  it("at the close is interval with a session's blocks", () => {
    const few = { ...plain, paths: 200, steps: 84 };
    const closing = hedgeErrors({ ...few, policy: atTheClose, session: 4 });
    expect(closing).to.deep.equal(hedgeErrors({ ...few, policy: interval(4) }));
    expect(closing.trades).to.be.closeTo(20, 1e-12);
  });

  for (const { trades, volatility, premium, mean, deviation } of [
    { trades: 21, volatility: 0.2239, premium: 2.78601, mean: -0.10049, deviation: 0.45 },
    { trades: 84, volatility: 0.24549, premium: 3.03349, mean: -0.10625, deviation: 0.241 },
  ]) {
    it(`leland at ${trades} trades brings ${mean} ± ${deviation} where the call is sold at its volatility, and about 0 without the opening trade`, () => {
      const years = EXPIRY / trades;
      const soldAt = lelandVolatility(1, VOL, 2 * COST, years);
      expect(soldAt).to.be.closeTo(volatility, 5e-6);
      expect(sold.value(SPOT, EXPIRY, soldAt)).to.be.closeTo(premium, 5e-6);
      // Marked at σ, the policy finds Leland's volatility by itself; the difference in premium is cash from the start.
      const found = hedgeErrors({ ...plain, cost: COST, policy: leland({ blocks: 1, years }), steps: trades });
      const richer = (sold.value(SPOT, EXPIRY, soldAt) - sold.value(SPOT, EXPIRY, VOL)) * Math.exp(RATE * EXPIRY);
      const result = moments(found.profits.map((profit) => profit + richer));
      expect(result.mean).to.be.closeTo(mean, 0.02);
      expect(result.deviation / deviation).to.be.closeTo(1, 0.03);
      const opening = COST * SPOT * sold.delta(SPOT, EXPIRY, soldAt) * Math.exp(RATE * EXPIRY);
      expect(result.mean + opening).to.be.closeTo(0, 0.02);
    });
  }

  it("interval where trading costs loses 0.39138 at 21 trades", () => {
    const result = moments(hedgeErrors({ ...plain, cost: COST, policy: interval(1), steps: 21 }).profits);
    expect(result.mean).to.be.closeTo(-0.39138, 0.02);
    expect(result.deviation / 0.4586).to.be.closeTo(1, 0.03);
  });

  it("whalley-wilmott is worth more to its own taste than any interval: mean less half the risk aversion times variance", () => {
    const riskAversion = 1;
    const worth = (policy: HedgeExperiment["policy"]): number => {
      const { mean, deviation } = moments(hedgeErrors({ ...plain, paths: 2_000, cost: COST, policy, steps: 336 }).profits);
      return mean - 0.5 * riskAversion * deviation * deviation;
    };
    const band = worth(whalleyWilmott(riskAversion));
    for (const blocks of [1, 8, 16, 32, 112]) expect(band, `every ${blocks}`).to.be.above(worth(interval(blocks)) + 0.01);
  });

  it("whalley-wilmott trades less at less risk aversion, and errs more", () => {
    const [bold, timid] = [0.1, 10].map((riskAversion) => {
      const found = hedgeErrors({ ...plain, paths: 2_000, cost: COST, policy: whalleyWilmott(riskAversion), steps: 168 });
      return { ...found, ...moments(found.profits) };
    });
    expect(bold!.trades).to.be.below(timid!.trades);
    expect(bold!.costs).to.be.below(timid!.costs);
    expect(bold!.deviation).to.be.above(timid!.deviation);
  });
});

describe("one step of a hedged option that was sold", () => {
  // Boyle and Emanuel 1980, Discretely adjusted option hedges, J. Financial Economics 8: ½ΓS²σ²Δt·(1 − Z²).
  it("brings ½ΓS²σ²Δt·(1 − Z²): mean 0, deviation ΓS²σ²Δt/√2, skewness −√8, excess kurtosis 12", () => {
    const [steps, paths] = [4_000, 100_000];
    const dt = EXPIRY / steps;
    const normal = standardNormal(stream(32, "one step"));
    const at = sold.greeks(SPOT, EXPIRY, VOL);
    const profits = Array.from({ length: paths }, () => normal()).map((z) => {
      const move = SPOT * Math.expm1((RATE - 0.5 * VOL * VOL) * dt + VOL * Math.sqrt(dt) * z);
      const interest = (at.value - at.delta * SPOT) * Math.expm1(RATE * dt);
      return at.delta * move + interest - (sold.value(SPOT + move, EXPIRY - dt, VOL) - at.value);
    });
    const found = moments(profits);
    const unit = 0.5 * at.gamma * SPOT * SPOT * VOL * VOL * dt;
    expect(found.mean / unit).to.be.closeTo(0, (3 * found.standardError) / unit);
    expect(found.deviation / (unit * Math.SQRT2)).to.be.closeTo(1, 0.02);
    expect(found.skewness).to.be.closeTo(-Math.sqrt(8), 0.2);
    expect(found.excessKurtosis).to.be.closeTo(12, 2.5);
  });
});

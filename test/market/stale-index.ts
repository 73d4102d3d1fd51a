import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { standardNormal } from "../../src/core/standard-normal.ts";
import { staleIndex } from "../../src/market/stale-index.ts";

const STEPS = 200_000;

/** The index along a path that it starts on. */
function along(prices: readonly number[], share: number): readonly number[] {
  let index = prices[0]!;
  return prices.map((price, i) => (i === 0 ? index : (index = staleIndex(index, price, share))));
}

/** Log returns. */
const returnsOf = (prices: readonly number[]): readonly number[] => prices.slice(1).map((price, i) => Math.log(price / prices[i]!));

function momentsOf(returns: readonly number[]): { readonly variance: number; readonly lagged: (lag: number) => number } {
  const mean = returns.reduce((sum, each) => sum + each, 0) / returns.length;
  const product = (lag: number): number =>
    returns.slice(lag).reduce((sum, each, i) => sum + (each - mean) * (returns[i]! - mean), 0) / returns.length;
  return { variance: product(0), lagged: (lag) => product(lag) / product(0) };
}

describe("market/stale-index", () => {
  for (const [before, price, share, found] of [
    [100, 80, 0.5, Math.sqrt(8_000)],
    [100, 80, 0, 80],
    [100, 100, 0.9, 100],
    [1, 16, 0.75, 2],
  ] as const)
    it(`of ${before}, when the price is ${price} and ${share} of it has not traded: ${found.toFixed(3)}`, () =>
      expect(staleIndex(before, price, share)).to.be.closeTo(found, 1e-12));

  it("is the mean of all logarithms so far, weighted by how long ago each last traded", () => {
    const prices = fc.array(fc.double({ min: 1, max: 1_000, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(prices, fc.double({ min: 0, max: 0.99, noNaN: true }), (path, share) => {
        // Weights (1 − θ)θ^age, and the first price's all that is left.
        let [weight, sum] = [1, 0];
        for (let i = path.length - 1; i > 0; i -= 1) {
          sum += (1 - share) * weight * Math.log(path[i]!);
          weight *= share;
        }
        sum += weight * Math.log(path[0]!);
        expect(Math.log(along(path, share).at(-1)!)).to.be.closeTo(sum, 1e-11);
      }),
    );
  });

  it("is the price to the last bit where all of it trades", () => {
    const price = fc.double({ min: 1e-8, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(price, price, (before, now) => {
        expect(staleIndex(before, now, 0)).to.equal(now);
      }),
    );
  });

  for (const share of [0, 0.3, 0.7]) {
    it(`on a random walk its returns have autocorrelations ${share}^k and (1 − θ)/(1 + θ) of the variance (Lo and MacKinlay 1990; seed 1987)`, () => {
      const normal = standardNormal(stream(1987, "stale-index"));
      let price = 100;
      const prices = Array.from({ length: STEPS }, () => (price *= Math.exp(0.001 * normal())));
      const [walked, seen] = [momentsOf(returnsOf(prices)), momentsOf(returnsOf(along(prices, share)))];
      // Four standard errors of an autocorrelation.
      const error = 4 / Math.sqrt(STEPS);
      expect(seen.lagged(1)).to.be.closeTo(share, error);
      expect(seen.lagged(2)).to.be.closeTo(share * share, 2 * error);
      expect(seen.variance / walked.variance).to.be.closeTo((1 - share) / (1 + share), 0.01);
    });
  }
});

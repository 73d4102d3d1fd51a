import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { depthElasticity } from "../../../src/ledger/measures/depth-elasticity.ts";

function prices(blocks: number, seed: number): number[] {
  const normal = standardNormal(stream(seed, "depth"));
  let price = 200;
  return Array.from({ length: blocks }, () => (price *= Math.exp(0.01 * normal())));
}

/** Quote that a pool pays out while its price falls by 2 % (theory 1.2). */
const depthOf = (liquidity: number, price: number): number => liquidity * Math.sqrt(price) * (1 - Math.sqrt(0.98));

describe("ledger/measures: elasticity of depth", () => {
  for (const horizon of [1, 20]) {
    it(`of a pool that nobody leaves is ½ exactly, over ${horizon} block${horizon === 1 ? "" : "s"}`, () => {
      const path = prices(500, 1);
      const line = depthElasticity(
        path.map((price) => depthOf(1e6, price)),
        path,
        horizon,
      );
      expect(line?.slope).to.be.closeTo(0.5, 1e-12);
      expect(line?.standardError).to.be.closeTo(0, 1e-12);
    });
  }

  it("of a pool whose liquidity moves with the price to the power a is ½ + a, within 3 standard errors of noise", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 1, max: 1_000 }), (tenths, seed) => {
        const path = prices(1_000, seed);
        const normal = standardNormal(stream(seed, "leave"));
        const depth = path.map((price) => depthOf(Math.exp((tenths / 10) * Math.log(price) + 0.001 * normal()), price));
        const line = depthElasticity(depth, path, 1);
        expect(line?.slope).to.be.closeTo(0.5 + tenths / 10, 0.02);
        expect(line?.standardError).to.be.within(0.002, 0.008);
      }),
      { numRuns: 20 },
    );
  });

  it("liquidity that leaves ten blocks late shows over long horizons only", () => {
    const path = prices(40_000, 2);
    const depth = path.map((price, i) => depthOf(path[Math.max(0, i - 10)] ?? NaN, price));
    expect(depthElasticity(depth, path, 1)?.slope).to.be.closeTo(0.5, 0.02);
    expect(depthElasticity(depth, path, 200)?.slope).to.be.closeTo(1.45, 0.1);
  });

  it("needs five windows", () => {
    const path = prices(50, 3);
    expect(depthElasticity(path, path, 10)).to.equal(null);
    expect(depthElasticity(path, path, 9)?.points).to.equal(5);
    expect(depthElasticity([], [], 1)).to.equal(null);
  });
});

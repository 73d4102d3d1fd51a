import { expect } from "chai";
import { describe, it } from "mocha";
import { slippageThroughCrash } from "../../../src/ledger/findings/slippage-through-crash.ts";
import { CRASH, withPool, withSeries } from "./unread-result.ts";

/** Depth and pool price of three blocks; the liquidity that providers changed over the run. */
function depths(depthDown2: readonly number[], poolPrice: readonly number[], liquidityChange: number): string {
  return slippageThroughCrash(withPool({ liquidityChange }, withSeries({ depthDown2, poolPrice }))).sentence;
}

describe("finding: how much worse did a trade get?", () => {
  it("depth that falls with the square root of the price", () => {
    // At a quarter of the price, half the depth.
    expect(depths([100, 50, 80], [200, 50, 128], 0)).to.match(
      /Depth within 2 % fell by 50\.0 % at the thinnest; the square root of the price explains it all\. No provider came or went\.$/,
    );
  });

  it("a rest of 2 % is put down to prices and rounding, more is not", () => {
    expect(depths([100, 50 * Math.exp(-0.0199), 80], [200, 50, 128], 0)).to.contain("explains it all");
    expect(depths([100, 50 * Math.exp(-0.0201), 80], [200, 50, 128], 0)).to.not.contain("explains it all");
    expect(depths([100, 50 * Math.exp(0.0201), 80], [200, 50, 128], 0)).to.not.contain("explains it all");
  });

  it("liquidity that left", () => {
    expect(depths([100, 40, 80], [200, 50, 128], Math.log(0.8))).to.match(
      /fell by 60\.0 % at the thinnest; the square root of the price explains −50\.0 %, liquidity that left the rest\. Providers who came and went changed the pool's liquidity by −20\.0 %\.$/,
    );
  });

  it("fees and new liquidity", () => {
    expect(depths([100, 60, 80], [200, 50, 128], Math.log(1.2))).to.match(
      /fell by 40\.0 % at the thinnest; the square root of the price alone would have taken −50\.0 %; fees and new liquidity made up for some\. Providers who came and went changed the pool's liquidity by 20\.0 %\.$/,
    );
  });

  it("does not credit a price that rose with a fall of depth", () => {
    expect(depths([100, 60, 80], [200, 220, 128], Math.log(0.6))).to.not.contain("the square root of the price explains");
  });

  it("depth that never fell", () => {
    expect(depths([100, 110, 105], [200, 242, 220.5], 0)).to.contain(
      "Depth within 2 % fell by 0.00 % at the thinnest; the square root of the price explains it all.",
    );
  });

  it("median and worst cost of selling $100,000", () => {
    const finding = slippageThroughCrash(withSeries({ slippageSell100k: [0.004, 0.006, 0.005, 0.25, 0.0045] }));
    expect(finding.sentence).to.match(/^Selling \$100,000 of base cost 0\.50 % in the median block and 25\.0 % in the worst\. /);
    expect(finding.value).to.equal(0.005);
    const [low, high] = finding.interval ?? [NaN, NaN];
    expect(low).to.be.closeTo(0.0041, 1e-12);
    expect(high).to.be.closeTo(0.2012, 1e-12);
  });

  it("a pool above the reference pays for what it is sold", () => {
    const column = CRASH.series.block.map(() => -0.01);
    expect(slippageThroughCrash(withSeries({ slippageSell100k: column })).sentence).to.contain("cost −1.00 % in the median block");
  });
});

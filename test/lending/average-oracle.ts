import { expect } from "chai";
import { describe, it } from "mocha";
import { emptyPair, mint, type PairState, swap, sync } from "../../src/amm/pair.ts";
import { openAverageOracle, pokeAverageOracle } from "../../src/lending/average-oracle.ts";

const token = 10n ** 18n;
const one = 2n ** 112n;

function pairOf(base: bigint, quote: bigint, time: number): PairState {
  return mint(emptyPair, { base, quote }, { time, feeOn: false }).pair;
}

describe("lending/average-oracle", () => {
  const start = pairOf(3n * token, 3n * token, 1_000);
  /** After ten seconds: 6/2. */
  const moved = swap(start, { base: 6n * token, quote: 3n * token }, { base: 0n, quote: token }, 1_010).pair;

  it("begins with the spot price", () => {
    expect(openAverageOracle(moved, 1_010).priceE8).to.equal(33_333_333_333_333_333_333n);
  });

  it("counts the seconds since the pair was last touched, whether or not it is touched first", () => {
    const oracle = openAverageOracle(start, 1_000);
    const poked = pokeAverageOracle(oracle, moved, 20, 1_020);
    expect(poked).to.deep.equal({
      priceE8: 66_666_666_666_666_666_666n,
      cumulativeLast: oracle.cumulativeLast + 10n * one + 10n * ((2n * one) / 6n),
      updatedAt: 1_020,
    });
    expect(pokeAverageOracle(oracle, sync(moved, moved, 1_020), 20, 1_020)).to.deep.equal(poked);
  });

  it("does not see a price that lasted no time, nor what was before the window", () => {
    const oracle = openAverageOracle(start, 1_000);
    expect(pokeAverageOracle(oracle, moved, 10, 1_010).priceE8).to.equal(10n ** 20n);
    const next = pokeAverageOracle(pokeAverageOracle(oracle, moved, 10, 1_010), moved, 10, 1_020);
    expect(next.priceE8).to.equal(33_333_333_333_333_333_333n);
  });

  it("refuses before its period is over", () => {
    const oracle = openAverageOracle(start, 1_000);
    expect(() => pokeAverageOracle(oracle, start, 600, 1_599)).to.throw("AverageOracle_TooEarly");
    expect(pokeAverageOracle(oracle, start, 600, 1_600).updatedAt).to.equal(1_600);
  });

  it("goes on where 32 bits of time run out", () => {
    const late = pairOf(3n * token, 3n * token, 2 ** 32 - 5);
    const poked = pokeAverageOracle(openAverageOracle(late, 2 ** 32 - 5), late, 12, 2 ** 32 + 7);
    expect([poked.priceE8, poked.updatedAt]).to.deep.equal([10n ** 20n, 7]);
  });
});

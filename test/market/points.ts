import { expect } from "chai";
import { describe, it } from "mocha";
import { pricesFromPoints } from "../../src/market/points.ts";
import { lossVersusRebalancing, realisedVariance } from "../../src/market/realised.ts";

describe("pricesFromPoints", () => {
  it("holds the last known price", () => {
    expect([...pricesFromPoints([10, 20, 30], [1, 2, 3], [5, 10, 19, 20, 25, 30, 99])]).to.deep.equal([1, 1, 1, 2, 2, 3, 3]);
  });

  it("keeps variance and loss of the record at any finer spacing", () => {
    const [times, prices] = [
      [0, 60, 120, 180],
      [100, 90, 95, 70],
    ];
    const fine = pricesFromPoints(
      times,
      prices,
      Array.from({ length: 61 }, (_, i) => 3 * i),
    );
    expect(realisedVariance(fine)).to.equal(realisedVariance(prices));
    expect(lossVersusRebalancing(fine)).to.equal(lossVersusRebalancing(prices));
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import type { Bar } from "../../src/market/bars.ts";
import { placeExtremes } from "../../src/market/place-extremes.ts";

const times = Array.from({ length: 60 }, (_, i) => 10 * i + 5);
const at = (log: number): number => 100 * Math.exp(log);

describe("placeExtremes", () => {
  it("meets the low first as often as the gambler's ruin says, from both ends", () => {
    // Open three parts above the low and seven below the high; close four above the low and six below the high.
    const bar: Bar = { time: 0, low: 100, high: at(0.1), open: at(0.03), close: at(0.04) };
    const expected = (7 * 4) / (7 * 4 + 3 * 6);
    const runs = 20_000;
    const random = stream(1, "order");
    let lowFirst = 0;
    for (let i = 0; i < runs; i += 1) if (placeExtremes(bar, 600, times, random)[0]?.side === "low") lowFirst += 1;
    expect(Math.abs(lowFirst / runs - expected)).to.be.below(3 * Math.sqrt((expected * (1 - expected)) / runs));
  });

  it("puts an extreme that is the open at the start, and one that is the close at the end", () => {
    const bar: Bar = { time: 0, low: 100, high: 110, open: 110, close: 100 };
    expect(placeExtremes(bar, 600, times, stream(2, "order"))).to.deep.equal([
      { index: 0, side: "high" },
      { index: 59, side: "low" },
    ]);
  });

  it("leaves a sample at the very start to the open", () => {
    const bar: Bar = { time: 0, low: 90, high: 110, open: 100, close: 100 };
    for (let seed = 0; seed < 50; seed += 1)
      for (const { index } of placeExtremes(bar, 600, [0, 200, 400], stream(seed, "order"))) expect(index).to.be.above(0);
  });

  it("places one extreme where there is one sample, and none where there is none", () => {
    const bar: Bar = { time: 0, low: 90, high: 101, open: 100, close: 100 };
    expect(placeExtremes(bar, 600, [0, 200], stream(1, "order"))).to.deep.equal([{ index: 1, side: "low" }]);
    expect(placeExtremes(bar, 600, [0], stream(1, "order"))).to.deep.equal([]);
    expect(placeExtremes(bar, 600, [], stream(1, "order"))).to.deep.equal([]);
  });
});

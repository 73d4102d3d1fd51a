import { expect } from "chai";
import { describe, it } from "mocha";
import { aggregateBars } from "../../src/market/aggregate-bars.ts";
import { recordedBars } from "../../src/scenarios/recorded-bars.ts";

describe("aggregateBars", () => {
  it("makes first open, highest high, lowest low, last close", () => {
    const bars = [
      { time: 0, open: 1, high: 4, low: 1, close: 3 },
      { time: 60, open: 3, high: 9, low: 2, close: 5 },
      { time: 120, open: 5, high: 6, low: 5, close: 6 },
    ];
    expect(aggregateBars({ bars, seconds: 60 }, 120)).to.deep.equal({
      bars: [
        { time: 0, open: 1, high: 9, low: 1, close: 5 },
        { time: 120, open: 5, high: 6, low: 5, close: 6 },
      ],
      seconds: 120,
    });
  });

  it("comes to the same in one step or two", () => {
    const series = recordedBars("may-19-2021-5m.csv");
    expect(aggregateBars(aggregateBars(series, 600), 3_600)).to.deep.equal(aggregateBars(series, 3_600));
  });

  it("refuses a length that is no multiple", () => {
    expect(() => aggregateBars({ bars: [], seconds: 60 }, 90)).to.throw(RangeError);
    expect(() => aggregateBars({ bars: [], seconds: 60 }, 30)).to.throw(RangeError);
  });
});

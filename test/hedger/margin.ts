import { expect } from "chai";
import { describe, it } from "mocha";
import { margin, peakMargin } from "../../src/hedger/margin.ts";

describe("margin", () => {
  it("is a share of the position's value, whichever its direction", () => {
    expect(margin(0.1, { hedge: -50, price: 200, profit: 0 })).to.equal(1_000);
    expect(margin(0.1, { hedge: 50, price: 200, profit: 0 })).to.equal(1_000);
  });

  it("grows by losses, and does not shrink by gains", () => {
    expect(margin(0.1, { hedge: -50, price: 200, profit: -300 })).to.equal(1_300);
    expect(margin(0.1, { hedge: -50, price: 200, profit: 300 })).to.equal(1_000);
  });

  it("peaks where a short hedge is squeezed, and the peak stays", () => {
    const watch = peakMargin(0.1);
    expect(watch.peak()).to.equal(0);
    for (const price of [200, 150, 260, 180]) watch.observe({ hedge: -50, price, profit: -50 * (price - 200) });
    expect(watch.peak()).to.equal(0.1 * 50 * 260 + 3_000);
  });
});

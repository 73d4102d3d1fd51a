import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { amplification, linearAmplification } from "../../../src/ledger/measures/amplification.ts";

describe("ledger/measures: amplification", () => {
  it("is the fall with agents over the fall without, in logs, each to its own lowest price", () => {
    const { fallOn, fallOff, ratio } = amplification([100, 90, 25, 60], [100, 50, 75, 80]);
    expect(fallOn).to.be.closeTo(2 * Math.LN2, 1e-15);
    expect(fallOff).to.be.closeTo(Math.LN2, 1e-15);
    expect(ratio).to.be.closeTo(2, 1e-15);
  });

  it("is nothing where the price does not fall without agents", () => {
    expect(amplification([100, 90], [100, 110]).ratio).to.equal(null);
    expect(amplification([100, 100], [100, 100])).to.deep.equal({ fallOn: 0, fallOff: 0, ratio: null });
  });

  it("in a loop of constant gain whose echoes die out is 1/(1 − g), however large the shock", () => {
    const gains = fc.integer({ min: 0, max: 900 }).map((n) => n / 1_000);
    fc.assert(
      fc.property(gains, fc.integer({ min: 1, max: 80 }), (gain, percent) => {
        const off = [1, 1 - percent / 100];
        let [log, move] = [0, Math.log(1 - percent / 100)];
        const on = [1];
        for (let i = 0; i < 400; i += 1) {
          log += move;
          move *= gain;
          on.push(Math.exp(log));
        }
        expect((amplification(on, off).ratio ?? NaN) / (linearAmplification(gain) ?? NaN)).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  for (const [gain, expected] of [
    [-0.25, 0.8],
    [0, 1],
    [0.5, 2],
    [1, null],
    [1.061, null],
    [-1, null],
  ] as const) {
    it(`a gain of ${gain} makes ${expected ?? "no end"} of 1`, () => expect(linearAmplification(gain)).to.equal(expected));
  }
});

import { expect } from "chai";
import { randomNormal } from "d3-random";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { fold, legLogs } from "../../src/market/leg.ts";

describe("legLogs", () => {
  it("is a straight line without variance", () => {
    const straight = legLogs({ time: 0, log: 1 }, { time: 10, log: 2 }, 1, 1, 1, 0, [2, 5, 8], () => 1);
    straight.forEach((log, i) => expect(log).to.be.closeTo(1 + [0.2, 0.5, 0.8][i]!, 1e-15));
  });

  it("has the variance of Brownian motion per step", () => {
    const normal = randomNormal.source(stream(4, "leg"))();
    const steps = 20_000;
    const times = Array.from({ length: steps - 1 }, (_, i) => i + 1);
    const logs = legLogs({ time: 0, log: 0 }, { time: steps, log: 3 }, 0, 1, 1e9, 1e-4, times, normal);
    const sum = logs.slice(1).reduce((total, log, i) => total + (log - (logs[i] ?? NaN)) * (log - (logs[i] ?? NaN)), 0);
    expect(sum / (1e-4 * (steps - 2))).to.be.closeTo(1, 3 * Math.sqrt(2 / steps));
  });

  it("has the mean of a Bessel bridge of dimension three, half way and from zero to zero", () => {
    // The distance is the length of a vector of three normals of variance v·T/4: its mean is √(8/π) standard deviations.
    const normal = randomNormal.source(stream(5, "leg"))();
    const runs = 20_000;
    let sum = 0;
    for (let i = 0; i < runs; i += 1) sum += legLogs({ time: 0, log: 0 }, { time: 4, log: 0 }, 0, 1, 1e9, 1, [2], normal)[0] ?? NaN;
    const expected = Math.sqrt(8 / Math.PI);
    expect(sum / runs).to.be.closeTo(expected, (3 * Math.sqrt(3 - 8 / Math.PI)) / Math.sqrt(runs));
  });
});

describe("fold", () => {
  const width = fc.double({ min: 1e-6, max: 1e3, noNaN: true });
  it("stays within the width and never lengthens a step", () => {
    fc.assert(
      fc.property(width, fc.double({ min: 0, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 1e3, noNaN: true }), (w, a, b) => {
        expect(fold(a, w)).to.be.within(0, w);
        expect(Math.abs(fold(a, w) - fold(b, w))).to.be.at.most(Math.abs(a - b) + 1e-9);
      }),
    );
  });
  it("mirrors what goes beyond", () => {
    expect(fold(1.25, 1)).to.equal(0.75);
    expect(fold(2.25, 1)).to.equal(0.25);
    expect(fold(5, 0)).to.equal(0);
  });
});

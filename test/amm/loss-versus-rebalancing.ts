import { expect } from "chai";
import { randomNormal } from "d3-random";
import fc from "fast-check";
import { describe, it } from "mocha";
import { impermanentLoss } from "../../src/amm/impermanent-loss.ts";
import { bleedOfStep as bleed } from "../../src/ledger/books/liquidity-position.ts";
import { stream } from "../../src/core/random.ts";

const price = fc.double({ min: 1, max: 1e5, noNaN: true });

/**
 * Loss versus rebalancing of a gap, as a share of the pool's value before it: (1 − √(1 + J))²/2. Positive; J²/8 is its second order, and
 * falls short of it for a large fall.
 *
 * @param jump simple return J of the gap, above −1
 */
function gapLoss(jump: number): number {
  const step = 1 - Math.sqrt(1 + jump);
  return (step * step) / 2;
}

describe("amm/loss-versus-rebalancing", () => {
  const published: readonly [ratio: number, percent: number, digits: number][] = [
    [0.1, -42.504, 3],
    [0.25, -20, 3],
    [0.5, -5.7191, 4],
    [0.75, -1.0257, 4],
    [1.25, -0.6192, 4],
    [1.5, -2.0204, 4],
    [1.75, -3.7909, 4],
    [2, -5.7191, 4],
    [3, -13.3975, 4],
    [4, -20, 3],
    [5, -25.4644, 4],
    [10, -42.504, 3],
  ];
  for (const [ratio, percent, digits] of published) {
    it(`published: impermanent loss at ${ratio} times the price is ${percent} %`, () => {
      expect(Number((100 * impermanentLoss(ratio)).toFixed(digits))).to.equal(percent);
    });
  }

  it("impermanent loss is what the reserves of x·y = k are worth over what was put in", () => {
    fc.assert(
      fc.property(price, price, (p0, p1) => {
        const [x, y] = [1 / Math.sqrt(p1), Math.sqrt(p1)]; // L = 1
        const held = p1 / Math.sqrt(p0) + Math.sqrt(p0);
        expect(impermanentLoss(p1 / p0)).to.be.closeTo((x * p1 + y) / held - 1, 1e-12);
      }),
    );
  });

  it("a step bleeds what the reserves lose against the start-of-step holdings", () => {
    fc.assert(
      fc.property(price, price, (s0, s1) => {
        const change = 2 * Math.sqrt(s1) - 2 * Math.sqrt(s0); // V = 2L√S, L = 1
        const exposure = (s1 - s0) / Math.sqrt(s0);
        expect(bleed(1, s0, s1)).to.be.closeTo(change - exposure, 1e-9 * Math.max(1, exposure));
        expect(bleed(7, s0, s1)).to.be.closeTo(-7 * 2 * Math.sqrt(s0) * gapLoss(s1 / s0 - 1), 1e-9 * Math.max(1, exposure));
      }),
    );
  });

  const gaps: readonly [jump: number, percent: number, gamma: number][] = [
    [-0.1, 0.13167, 0.125],
    [-0.43, 3.00166, 2.311],
  ];
  for (const [jump, percent, gamma] of gaps) {
    it(`a gap of ${100 * jump} % costs ${percent} % of the pool, where gamma alone says ${gamma} %`, () => {
      expect(Number((100 * gapLoss(jump)).toFixed(5))).to.equal(percent);
      expect(Number(((100 * jump * jump) / 8).toFixed(3))).to.equal(gamma);
      expect(gapLoss(jump)).to.be.closeTo(1 + jump / 2 - Math.sqrt(1 + jump), 1e-12);
      expect(bleed(1, 100, 100 * (1 + jump))).to.be.closeTo(-20 * gapLoss(jump), 1e-12); // V = 2L√S = 20
    });
  }

  it("accrues at σ²/8 of the pool's value on random paths (σ = 0.8, one year of 365 steps)", () => {
    const [sigma, steps, paths] = [0.8, 365, 6_000];
    const normal = randomNormal.source(stream(1, "lvr"))();
    const drift = (-sigma * sigma) / (2 * steps);
    const move = sigma / Math.sqrt(steps);
    const running: number[] = [];
    const frozen: number[] = [];
    for (let path = 0; path < paths; path += 1) {
      let [s0, lost, share] = [1, 0, 0];
      for (let step = 0; step < steps; step += 1) {
        const s1 = s0 * Math.exp(drift + move * normal());
        const loss = -bleed(0.5, s0, s1); // V0 = 2·L·√1 = 1
        lost += loss;
        share += loss / Math.sqrt(s0);
        s0 = s1;
      }
      running.push(lost);
      frozen.push(share);
    }
    const theory = 1 - Math.exp((-sigma * sigma) / 8);
    expect(theory).to.be.closeTo(0.076884, 5e-7);
    const loss = moments(running);
    expect(Math.abs(loss.mean - theory)).to.be.lessThan((3 * loss.deviation) / Math.sqrt(paths));
    // With the value frozen at its start: mean and deviation over paths as published in the same place.
    const normalised = moments(frozen);
    const mean = steps * (1 - Math.exp((-sigma * sigma) / (8 * steps)));
    expect(mean).to.be.closeTo(0.07999, 5e-6);
    expect(Math.abs(normalised.mean - mean)).to.be.lessThan((3 * normalised.deviation) / Math.sqrt(paths));
    const deviation = ((sigma * sigma) / 8) * Math.sqrt(2 / steps);
    expect(deviation).to.be.closeTo(0.005922, 5e-7);
    expect(Math.abs(normalised.deviation - deviation)).to.be.lessThan((3 * deviation) / Math.sqrt(2 * paths));
  });
});

function moments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

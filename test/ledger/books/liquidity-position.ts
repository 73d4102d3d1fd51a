import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { randomNormal } from "d3-random";
import { stream } from "../../../src/core/random.ts";
import { bleedOfStep, exposureOfStep } from "../../../src/ledger/books/liquidity-position.ts";
import { moments } from "../../hedger/moments.ts";

const price = fc.double({ min: 0.01, max: 1e5, noNaN: true });

describe("liquidity position", () => {
  // Impermanent loss 2√r/(1 + r) − 1, as a share of what holding would be worth.
  const published: readonly (readonly [ratio: number, percent: number])[] = [
    [0.1, -42.504],
    [0.25, -20],
    [0.5, -5.7191],
    [0.75, -1.0257],
    [1.25, -0.6192],
    [1.5, -2.0204],
    [1.75, -3.7909],
    [2, -5.7191],
    [3, -13.3975],
    [4, -20],
    [5, -25.4644],
    [10, -42.504],
  ];
  for (const [ratio, percent] of published) {
    it(`loses ${-percent} % against holding at ${ratio} times the price`, () => {
      const share = bleedOfStep(1, 1, ratio) / (1 + ratio);
      expect(100 * share).to.be.closeTo(percent, 5e-5);
      expect(share).to.be.closeTo((2 * Math.sqrt(ratio)) / (1 + ratio) - 1, 1e-12);
    });
  }

  const gaps: readonly (readonly [gap: number, percent: number, secondOrder: number])[] = [
    [-0.1, 0.13167, 0.125],
    [-0.43, 3.00166, 2.311],
  ];
  for (const [gap, percent, secondOrder] of gaps) {
    it(`loses ${percent} % of its value in one gap of ${100 * gap} %, where gamma says ${secondOrder} %`, () => {
      const share = -bleedOfStep(1, 1, 1 + gap) / 2;
      const root = 1 - Math.sqrt(1 + gap);
      expect(100 * share).to.be.closeTo(percent, 5e-6);
      expect(share).to.be.closeTo((root * root) / 2, 1e-12);
      expect((100 * gap * gap) / 8).to.be.closeTo(secondOrder, 5e-4);
    });
  }

  it("at −43 % is worth 24.50 % less, 3.824 % less than holding, which is worth 21.50 % less", () => {
    const exposure = exposureOfStep(1, 1, 0.57);
    const bleed = bleedOfStep(1, 1, 0.57);
    expect((100 * exposure) / 2).to.be.closeTo(-21.5, 1e-12);
    expect((100 * (exposure + bleed)) / 2).to.be.closeTo(-24.5, 5e-3);
    expect((100 * bleed) / (2 + exposure)).to.be.closeTo(-3.824, 5e-4);
  });

  it("exposure and bleed of every step make the change of 2L√S", () => {
    fc.assert(
      fc.property(price, price, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (from, to, liquidity) => {
        const base = liquidity / Math.sqrt(from);
        const change = 2 * liquidity * (Math.sqrt(to) - Math.sqrt(from));
        const lines = exposureOfStep(base, from, to) + bleedOfStep(liquidity, from, to);
        const scale = liquidity * (Math.sqrt(from) + Math.sqrt(to)) + base * (from + to);
        expect(Math.abs(lines - change) / scale).to.be.below(2e-15);
        expect(bleedOfStep(liquidity, from, to)).to.be.at.most(0);
      }),
    );
  });

  it("keeps its digits in a small step: −V·(ΔS/S)²/8", () => {
    const move = 1 / 1_073_741_824;
    expect(bleedOfStep(1, 1, 1 + move) / (-move * move * 0.25)).to.be.closeTo(1, 2e-9);
  });

  it("loses 1 − e^(−σ²T/8) of its value on average, and as much as its impermanent loss, over a driftless lognormal year", () => {
    const [vol, steps, paths] = [0.8, 365, 20_000];
    const normal = randomNormal.source(stream(3, "liquidity-position"))();
    const spread = vol / Math.sqrt(steps);
    const rebalancing: number[] = [];
    const impermanent: number[] = [];
    const ofCurrentValue: number[] = [];
    for (let path = 0; path < paths; path += 1) {
      let [spot, loss, share] = [1, 0, 0];
      for (let step = 0; step < steps; step += 1) {
        const next = spot * Math.exp(-0.5 * spread * spread + spread * normal());
        const bleed = bleedOfStep(1, spot, next);
        loss += bleed / 2;
        share += bleed / (2 * Math.sqrt(spot));
        spot = next;
      }
      rebalancing.push(loss);
      impermanent.push(bleedOfStep(1, 1, spot) / 2);
      ofCurrentValue.push(share);
    }
    const theory = -(1 - Math.exp((-vol * vol) / 8));
    expect(theory).to.be.closeTo(-0.076884, 5e-7);
    for (const sample of [rebalancing, impermanent]) {
      const { mean, standardError } = moments(sample);
      expect(mean).to.be.closeTo(theory, 3 * standardError);
    }
    // Per unit of current value each step is independent: mean −(1 − e^(−σ²dt/8)), and σ²T/8·√(2/N) of spread.
    const relative = moments(ofCurrentValue);
    expect(relative.mean).to.be.closeTo(-steps * (1 - Math.exp((-spread * spread) / 8)), 3 * relative.standardError);
    expect(relative.deviation / 0.005922).to.be.closeTo(1, 0.02);
  });

  it("loses 0.0108963 of its value a year to Merton's jumps of −20 ± 10 %, twice a year", () => {
    // Closed form (λ/2)(1 − 2e^(m/2 + d²/8) + e^(m + d²/2)) against the exact step under the normal density of the jump.
    const [rate, mean, deviation] = [2, -0.2, 0.1];
    const square = deviation * deviation;
    const closed = (rate / 2) * (1 - 2 * Math.exp(mean / 2 + square / 8) + Math.exp(mean + square / 2));
    let integral = 0;
    const h = 0.01;
    for (let z = -10; z <= 10; z += h) {
      integral += (h * Math.exp(-0.5 * z * z) * -bleedOfStep(1, 1, Math.exp(mean + deviation * z))) / (2 * Math.sqrt(2 * Math.PI));
    }
    expect(closed).to.be.closeTo(0.0108963, 5e-8);
    expect(rate * integral).to.be.closeTo(closed, 1e-12);
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { syntheticPut } from "../../../src/hedger/insurance/synthetic-put.ts";
import { loopGain } from "../../../src/ledger/measures/loop-gain.ts";
import { reaction, type Reacting } from "../../../src/ledger/measures/reaction.ts";
import { linearImpact } from "../../../src/market/impact/linear-impact.ts";
import { derivative } from "../../hedger/differences.ts";

/** Strike 1, a year, 15 %: the programme of theory 4.5. */
const put = syntheticPut({ strike: 1, units: 1 });
const viewAt = (spot: number) => ({ spot, tau: 1, vol: 0.15 });
const liquidityOf = (value: number): number => value / 2;

describe("ledger/measures: what a participant buys for a rise", () => {
  const prices = fc.double({ min: 0.5, max: 2, noNaN: true });
  /** Base held over the log price, and who that is. */
  const participants: readonly (readonly [name: string, holds: (price: number, at: number) => number, who: (at: number) => Reacting])[] = [
    ["a pool", (p) => 7 / Math.sqrt(p), (at) => ({ kind: "pool", value: 14 * Math.sqrt(at), hedgedShare: 0 })],
    [
      "a pool hedged by a third",
      (p) => (7 * 2) / 3 / Math.sqrt(p),
      (at) => ({ kind: "pool", value: 14 * Math.sqrt(at), hedgedShare: 1 / 3 }),
    ],
    ["an insurer", (p) => put(viewAt(p)).base, (at) => ({ kind: "replicator", gamma: put(viewAt(at)).gamma, price: at })],
    // The portfolio is worth 1 at the price `at`, its floor 0.7, and it holds what it wants there.
    [
      "constant proportion insurance",
      (p, at) => (4 * (0.3 + 1.2 * (p / at - 1))) / p,
      () => ({ kind: "cushion", multiple: 4, cushion: 0.3 }),
    ],
    ["a leverage of three", (p, at) => (3 * (1 + 3 * (p / at - 1))) / p, () => ({ kind: "cushion", multiple: 3, cushion: 1 })],
    ["a portfolio of halves", (p, at) => (0.5 * (1 + 0.5 * (p / at - 1))) / p, () => ({ kind: "pool", value: 1, hedgedShare: 0 })],
  ];
  for (const [name, holds, who] of participants) {
    it(`${name}: p·∂(base)/∂ln p, by finite differences`, () => {
      fc.assert(
        fc.property(prices, (at) => {
          const slope = at * derivative((log) => holds(Math.exp(log), at), Math.log(at), 1e-3);
          expect(reaction(who(at))).to.be.closeTo(slope, 1e-8 * (1 + Math.abs(slope)));
        }),
      );
    });
  }

  it("a pool is constant proportion with multiple ½ and no floor", () =>
    expect(reaction({ kind: "cushion", multiple: 0.5, cushion: 8 })).to.equal(reaction({ kind: "pool", value: 8, hedgedShare: 0 })));
});

describe("ledger/measures: loop gain", () => {
  it("S·Γ·S of the programme at 1 is 2.6521455 (theory 4.5)", () => expect(put(viewAt(1)).gamma).to.be.closeTo(2.6521455, 5e-8));

  for (const [alpha, beta, hedgedShare, gain] of [
    [0, 0, 0, 0],
    [0, 0.2, 0, -0.25],
    [0.04, 0, 0, 0.53],
    [0.04, 0.2, 0, 0.28],
    [0.04, 0.2, 1, 0.53],
    [0.08, 0, 0, 1.061],
  ] as const) {
    it(`insured ${alpha}, pool ${beta} hedged by ${hedgedShare}: ${gain} (theory 4.5)`, () => {
      const found = loopGain(5, [
        { kind: "replicator", gamma: alpha * put(viewAt(1)).gamma, price: 1 },
        { kind: "pool", value: beta, hedgedShare },
      ]);
      expect(found).to.be.closeTo(gain, 5e-4);
    });
  }
});

describe("ledger/measures: volatility with feedback is σ/(1 − g) (theory 4.4)", () => {
  const RHO = 0.3;
  const value = 1.4;
  const cases: readonly (readonly [name: string, sign: -1 | 1, holds: (price: number) => number, who: (price: number) => Reacting])[] = [
    [
      "a liquidity provider calms",
      -1,
      (p) => liquidityOf(value) / Math.sqrt(p),
      (p) => ({ kind: "pool", value: value * Math.sqrt(p), hedgedShare: 0 }),
    ],
    [
      "who hedges one stirs",
      1,
      (p) => -liquidityOf(value) / Math.sqrt(p),
      (p) => ({ kind: "replicator", gamma: liquidityOf(value) / (2 * p * Math.sqrt(p)), price: p }),
    ],
    [
      "who hedges a sold option stirs",
      1,
      (p) => put(viewAt(p)).base,
      (p) => ({ kind: "replicator", gamma: put(viewAt(p)).gamma, price: p }),
    ],
  ];
  for (const [name, sign, holds, who] of cases) {
    it(`${name}, by simulation of traders who go on until they hold what they want`, () => {
      const normal = standardNormal(stream(44, "feedback"));
      const market = linearImpact({ depth: 1, permanent: RHO, temporary: 0 });
      const step = 1e-4;
      let [log, held] = [0, holds(1)];
      let [realised, expected, without] = [0, 0, 0];
      for (let i = 0; i < 20_000; i += 1) {
        const before = log;
        const shock = step * normal() - 2e-6;
        log += shock;
        for (let round = 0; round < 60; round += 1) {
          const wanted = holds(Math.exp(log)) - held;
          if (wanted === 0) break;
          log += market.trade(wanted, Math.exp(log)).logMove;
          held += wanted;
        }
        const price = Math.exp((before + log) / 2);
        const gain = loopGain(RHO / price, [who(price)]);
        const predicted = shock / (1 - gain);
        realised += (log - before) * (log - before);
        expected += predicted * predicted;
        without += shock * shock;
      }
      expect(realised / expected).to.be.closeTo(1, 1e-4);
      expect(Math.sign(realised - without)).to.equal(sign);
      expect(Math.abs(Math.sqrt(realised / without) - 1)).to.be.above(0.05);
    });
  }
});

import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import type { FlowReport } from "../../../src/core/result.ts";
import { flowReport } from "../../../src/ledger/measures/flow.ts";

/** A lognormal path without drift. */
function path(steps: number, deviation: number, seed: number): number[] {
  const normal = randomNormal.source(stream(seed, "flow"))();
  const prices = [200];
  for (let i = 0; i < steps; i += 1) prices.push((prices.at(-1) ?? NaN) * Math.exp(deviation * normal() - (deviation * deviation) / 2));
  return prices;
}

const slopeAt = (report: FlowReport, horizon: number): number => report.slopes.find((each) => each.horizon === horizon)?.slope ?? NaN;
const errorAt = (report: FlowReport, horizon: number): number =>
  report.slopes.find((each) => each.horizon === horizon)?.standardError ?? NaN;

describe("flow: which way a participant trades", () => {
  const prices = path(24_000, 2e-4, 1);
  const liquidity = 1e6;
  const base = prices.map((price) => liquidity / Math.sqrt(price));
  const value = (2 * liquidity * prices.reduce((sum, price) => sum + Math.sqrt(price), 0)) / prices.length;

  for (const [who, sign] of [
    ["a fee-free pool", -1],
    ["who hedges it", 1],
  ] as const) {
    for (const horizon of [1, 50, 300, 1200] as const) {
      it(`${who}: slope ${sign < 0 ? "−" : "+"}V/4 over ${horizon} blocks, within 2 %`, () => {
        const net = base.map((tokens) => -sign * tokens);
        const slope = slopeAt(flowReport("x", net, prices, null), horizon);
        expect(slope / ((sign * value) / 4)).to.be.closeTo(1, 0.02);
      });
    }
  }

  it("net purchase in tokens is the change, in quote the sum at each block's price", () => {
    const report = flowReport("x", [5, 7, 4, 4], [100, 110, 90, 95], 12);
    expect(report).to.include({ participant: "x", netBase: -1, netQuote: 2 * 110 - 3 * 90, benchmarkSlope: 12 });
  });

  it("who buys k dollars per unit of log return, and at random besides, has slope k within 3 standard errors at every horizon", () => {
    const normal = randomNormal.source(stream(2, "noise"))();
    let held = 0;
    const net = prices.map((price, i) => {
      if (i > 0) held += (3e6 * Math.log(price / (prices[i - 1] ?? NaN)) + 500 * normal()) / price;
      return held;
    });
    const report = flowReport("x", net, prices, null);
    for (const horizon of [1, 50, 300, 1200] as const) {
      expect(Math.abs(slopeAt(report, horizon) - 3e6)).to.be.below(3 * errorAt(report, horizon));
    }
    // σ_noise/(σ_return·√n) at the first horizon.
    expect(errorAt(report, 1) / (500 / (2e-4 * Math.sqrt(24_000)))).to.be.closeTo(1, 0.03);
  });

  it("a line through five windows at least; fewer say nothing", () => {
    const slopes = (blocks: number): readonly (number | null)[] =>
      flowReport("x", base.slice(0, blocks + 1), prices.slice(0, blocks + 1), null).slopes.map((each) => each.slope);
    expect(slopes(4)).to.deep.equal([null, null, null, null]);
    expect(slopes(5).map((each) => each !== null)).to.deep.equal([true, false, false, false]);
    expect(slopes(249).map((each) => each !== null)).to.deep.equal([true, false, false, false]);
    expect(slopes(250).map((each) => each !== null)).to.deep.equal([true, true, false, false]);
    expect(slopes(6_000).map((each) => each !== null)).to.deep.equal([true, true, true, true]);
  });

  it("a price that stands still has no slope", () => {
    const report = flowReport("x", [0, 1, 3, 2, 5, 9, 9], new Array<number>(7).fill(200), null);
    expect(report.slopes[0]).to.deep.equal({ horizon: 1, slope: null, standardError: null });
  });
});

describe("flow: share sold in the worst tenth of blocks", () => {
  // 20 blocks; the returns are −10, −9, …, 9 parts in a thousand, in a mixed order.
  const order = Array.from({ length: 20 }, (_, i) => ((i * 7) % 20) - 10);
  const prices = order.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? NaN) * Math.exp(step / 1_000)], [200]);
  /** Running holdings of who trades this many dollars in the block with this return. */
  const trading = (dollars: (step: number) => number): number[] =>
    order.reduce<number[]>((all, step, i) => [...all, (all.at(-1) ?? 0) + dollars(step) / (prices[i + 1] ?? NaN)], [0]);
  const share = (dollars: (step: number) => number): number | null => flowReport("x", trading(dollars), prices, null).shareSoldInWorstTenth;

  it("all of it, when nothing is sold elsewhere", () => expect(share((step) => (step <= -9 ? -100 : 0))).to.equal(1));
  it("none of it, when it is bought there", () => expect(share((step) => (step <= -9 ? 50 : -100))).to.equal(0));
  it("nothing to share, when nothing is sold", () => expect(share(() => 10)).to.equal(null));
  it("a tenth, when selling is even", () => expect(share(() => -10)).to.be.closeTo(0.1, 1e-12));
  it("by value sold: 30 of 40", () => expect(share((step) => (step === -10 ? -30 : step === 5 ? -10 : 3))).to.be.closeTo(0.75, 1e-12));

  it("is of a tenth of the blocks even where most prices stand still", () => {
    // One block in twenty moves, half of them down; selling is even.
    const still = Array.from({ length: 2_001 }, (_, i) => 200 + Math.floor(i / 20) * (Math.floor(i / 20) % 2 === 0 ? 1 : -1) * 0.01);
    let held = 0;
    const net = still.map((price, i) => (i === 0 ? 0 : (held -= 10 / price)));
    expect(flowReport("x", net, still, null).shareSoldInWorstTenth).to.be.closeTo(0.1, 0.005);
  });
});

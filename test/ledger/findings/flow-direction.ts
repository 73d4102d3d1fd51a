import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import type { FlowReport } from "../../../src/core/result.ts";
import { flowDirection } from "../../../src/ledger/findings/flow-direction.ts";
import { flowReport } from "../../../src/ledger/measures/flow.ts";
import { CRASH, withFlow, withReturn } from "./unread-result.ts";

const AGAINST = "the pool leaned against the move";
const WITH = "here the pool's net flow went with the move, against its rule";

function withPoolFlow(pool: Partial<FlowReport>): typeof CRASH {
  return { ...CRASH, flow: CRASH.flow.map((each) => (each.participant === "pool" ? { ...each, ...pool } : each)) };
}

describe("finding: who bought what fell?", () => {
  const turns: readonly (readonly [move: number, pool: number, hedges: number, did: string, verdict: string])[] = [
    [-0.4, 150, -120, "While the price fell, the pool bought 150 base; the LP's hedge sold 120 and the desk's sold 120", AGAINST],
    [-0.4, -150, -120, "While the price fell, the pool sold 150 base; the LP's hedge sold 120 and the desk's sold 120", WITH],
    [0.3, -150, 120, "While the price rose, the pool sold 150 base; the LP's hedge bought 120 and the desk's bought 120", AGAINST],
    [0.3, 150, 120, "While the price rose, the pool bought 150 base; the LP's hedge bought 120 and the desk's bought 120", WITH],
  ];
  for (const [move, pool, hedges, did, verdict] of turns) {
    it(`${did}: ${verdict}`, () => {
      const { sentence } = flowDirection(withReturn(move, withFlow({ pool, "hedged-lp": hedges, "option-twin": hedges })));
      expect(sentence.startsWith(`${did}: ${verdict}`), sentence).to.equal(true);
    });
  }

  it("says that hedging takes the pool's leaning away where the hedge traded the other way, and only there", () => {
    const taken = "hedging it took that away again";
    expect(flowDirection(withReturn(-0.4, withFlow({ pool: 150, "hedged-lp": -120 }))).sentence).to.contain(taken);
    expect(flowDirection(withReturn(-0.4, withFlow({ pool: 150, "hedged-lp": 0 }))).sentence).to.not.contain(taken);
    expect(flowDirection(withReturn(-0.4, withFlow({ pool: 150, "hedged-lp": 120 }))).sentence).to.not.contain(taken);
  });

  it("a fall makes the pool buy where its slope is negative, and sell where it is positive", () => {
    const slopes = (slope: number): FlowReport["slopes"] => [{ horizon: 1, slope, standardError: 1e5 }];
    const falls = flowDirection(withPoolFlow({ slopes: slopes(-4.1e6) }));
    expect(falls.sentence).to.match(/a fall of 1 % makes the pool buy \$41,000\.$/);
    const rises = flowDirection(withPoolFlow({ slopes: slopes(4.1e6) }));
    expect(rises.sentence).to.match(/a fall of 1 % makes the pool sell \$41,000\.$/);
    expect([falls.value, rises.value]).to.deep.equal([-4.1e6, 4.1e6]);
  });

  it("takes the longest horizon that the run has", () => {
    const slopes: FlowReport["slopes"] = [
      { horizon: 1, slope: -1, standardError: 0.1 },
      { horizon: 50, slope: -2, standardError: 0.2 },
      { horizon: 300, slope: -3, standardError: 0.3 },
      { horizon: 1200, slope: null, standardError: null },
    ];
    const finding = flowDirection(withPoolFlow({ slopes }));
    expect(finding).to.include({ field: "flow.pool.slopes.300.slope", value: -3 });
    expect(finding.sentence).to.contain("Over 300 blocks, ");
    const [low, high] = finding.interval ?? [NaN, NaN];
    expect((low + high) / 2).to.be.closeTo(-3, 1e-12);
  });

  it("its interval holds the true slope in 95 % of runs of five windows, within 3 standard errors", () => {
    const [runs, blocks, slope] = [600, 250, -1e6];
    const normal = randomNormal.source(stream(1, "slope-coverage"))();
    let held = 0;
    for (let run = 0; run < runs; run += 1) {
      const [prices, net] = [[200], [0]];
      for (let i = 0; i < blocks; i += 1) {
        const move = 1e-3 * normal();
        prices.push((prices[i] ?? NaN) * Math.exp(move));
        net.push((net[i] ?? NaN) + (slope * move + 500 * normal()) / (prices[i + 1] ?? NaN));
      }
      const { slopes } = flowReport("pool", net, prices, null);
      expect(slopes.find((each) => each.horizon === 50)?.slope).to.not.equal(null);
      const result = withPoolFlow({ slopes });
      const [low, high] = flowDirection({ ...result, crash: { ...result.crash, blocks } }).interval ?? [NaN, NaN];
      if (low <= slope && slope <= high) held += 1;
    }
    expect(held / runs).to.be.closeTo(0.95, 3 * Math.sqrt((0.95 * 0.05) / runs));
  });

  it("a missing participant is an error", () => {
    expect(() => flowDirection({ ...CRASH, flow: [] })).to.throw(RangeError, "no flow of pool");
  });
});

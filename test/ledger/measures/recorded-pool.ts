import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Series } from "../../../src/core/result.ts";
import { compareWithRecord, correlation, type PoolRecord } from "../../../src/ledger/measures/recorded-pool.ts";
import { makeResult } from "../../report/fixture.ts";

const START = 1_000_000;
/** Blocks of 60 s, a reference that falls by half a dollar a block from 200, and a model pool a fixed share above it. */
function seriesOf(blocks: number, above: number, netBase: (block: number) => number): Series {
  const block = Array.from({ length: blocks + 1 }, (_, i) => i);
  const price = block.map((i) => 200 - i / 2);
  return {
    ...makeResult({ blocks: 30 }).series,
    block,
    time: block.map((i) => START + 60 * i),
    priceE8: price.map((each) => Math.round(each * 1e8)),
    poolPrice: price.map((each) => each * (1 + above)),
    reserveBase: block.map((i) => 1_000 + netBase(i)),
    reserveQuote: block.map((i) => 200_000 - 150 * netBase(i)),
    netBasePool: block.map(netBase),
  };
}

/** A pool that swaps bring `flow[i]` base in interval i, after providers scaled its reserves by exp(`moves[i]`). */
function recordOf(flow: readonly number[], moves: readonly number[], seconds = 600): PoolRecord {
  const base = [1_000];
  const times = [START];
  const liquidityChanges: { time: number; logChange: number }[] = [];
  for (const [i, each] of flow.entries()) {
    const move = moves[i] ?? 0;
    base.push((base[i] ?? NaN) * Math.exp(move) + each);
    times.push((times[i] ?? NaN) + seconds);
    if (move !== 0) liquidityChanges.push({ time: (times[i] ?? NaN) + seconds / 2, logChange: move });
  }
  return { source: "synthetic", times, base, quote: base.map((each, i) => each * (200 - 5 * i) * 1.02), liquidityChanges };
}

describe("a recorded pool beside the run", () => {
  const flow = [10, 25, -5, 40, 0, 12];
  const running = [0, 10, 35, 30, 70, 70, 82];
  const series = seriesOf(60, 0.01, (block) => 3 + (running[Math.floor(block / 10)] ?? 0) * 2);
  const band = { poolPrice: series.priceE8.map((each) => (each / 1e8) * 0.997), netBase: series.netBasePool.map((each) => -each) };

  for (const [name, moves] of [
    ["without mints and burns", []],
    ["with a burn", [0, 0, -0.3, 0, 0, 0]],
    ["with mints and burns in every interval", [0.1, -0.02, 0.3, -0.4, 0.05, -0.01]],
  ] as const) {
    it(`finds the flow of swaps alone, ${name}`, () => {
      const found = compareWithRecord(recordOf(flow, moves), series, band);
      expect(found.recordedFlow).to.have.length(7);
      for (const [i, each] of found.recordedFlow.entries()) expect(each).to.be.closeTo(running[i] ?? NaN, 1e-9);
      // The model traded twice as much in the same intervals: as like as can be; the band the other way round.
      expect(found.modelFlow).to.deep.equal(running.map((each) => 2 * each));
      expect(found.flowCorrelation).to.be.closeTo(1, 1e-12);
      expect(found.bareBand.flowCorrelation).to.be.closeTo(-1, 1e-12);
    });
  }

  it("two changes within one interval add up, and one on its edge belongs to the interval that it ends", () => {
    const record = recordOf([10, 10], [0.2, 0]);
    const split = [
      { time: START + 100, logChange: 0.15 },
      { time: START + 600, logChange: 0.05 },
    ];
    const found = compareWithRecord({ ...record, liquidityChanges: split }, series, band);
    expect(found.recordedFlow[1]).to.be.closeTo(10, 1e-9);
    expect(found.recordedFlow[2]).to.be.closeTo(20, 1e-9);
  });

  it("gaps: the record 2 % above the reference, the model 1 %, the band 0.3 % below", () => {
    const found = compareWithRecord(recordOf(flow, []), series, band);
    for (const [gap, share] of [
      [found.recordedGap, 0.02],
      [found.modelGap, 0.01],
      [found.bareBand.gap, 0.003],
    ] as const) {
      for (const each of [gap.median, gap.p95, gap.max]) expect(each).to.be.closeTo(share, 1e-9);
    }
  });

  it("looks at each recorded time at the last block mined by then, and only where the run was", () => {
    const late = seriesOf(25, 0.01, (block) => block);
    const record = recordOf(flow, [], 610);
    const found = compareWithRecord({ ...record, times: record.times.map((time) => time - 610) }, late, band);
    // The first time is before the run; 0, 610 and 1,220 s are in blocks 0, 10 and 20; 1,830 s is after its end.
    expect(found.time).to.deep.equal([START, START + 610, START + 1_220]);
    expect(found.modelFlow).to.deep.equal([0, 10, 20]);
    expect(found.modelBase).to.deep.equal([1_000, 1_010, 1_020]);
    expect(found.modelQuote).to.deep.equal([200_000, 198_500, 197_000]);
    expect(found.recordedBase).to.deep.equal(record.base.slice(1, 4));
    expect(found.recordedFlow).to.deep.equal([0, 25, 20]);
  });
});

describe("correlation", () => {
  const numbers = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 40 });

  it("is 1 for a rising line through the same numbers, −1 for a falling one", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: 100 }), (x, slope, shift) => {
        fc.pre(new Set(x).size > 1);
        const line = (sign: number): number[] => x.map((each) => sign * slope * each + shift);
        expect(correlation(x, line(1))).to.be.closeTo(1, 1e-12);
        expect(correlation(x, line(-1))).to.be.closeTo(-1, 1e-12);
      }),
    );
  });

  it("of Anscombe's first set is 0.81642 (Anscombe 1973, Graphs in Statistical Analysis)", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(correlation(x, y)).to.be.closeTo(0.81642, 5e-6);
  });

  it("is 0 where one of them does not move", () => expect(correlation([1, 1, 1], [1, 2, 3])).to.equal(0));
});

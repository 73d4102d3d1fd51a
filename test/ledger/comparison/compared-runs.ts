import { expect } from "chai";
import { describe, it } from "mocha";
import type { LoopReport } from "../../../src/core/loop-report.ts";
import type { CrashResult } from "../../../src/core/result.ts";
import { betweenRuns } from "../../../src/ledger/comparison/between-runs.ts";
import { comparedBooks } from "../../../src/ledger/comparison/compared-books.ts";
import { comparedFlow } from "../../../src/ledger/comparison/compared-flow.ts";
import { comparedPairs } from "../../../src/ledger/comparison/compared-pairs.ts";
import { comparedSeries } from "../../../src/ledger/comparison/compared-series.ts";
import { comparedSystem } from "../../../src/ledger/comparison/compared-system.ts";
import { mergedIdentities } from "../../../src/ledger/comparison/merged-identities.ts";
import { makeResult } from "../../report/fixture.ts";

const base = makeResult();
const runs: readonly CrashResult[] = [1, 2, 3].map((seed) => ({
  ...base,
  seed,
  statement: base.statement.map((book) => ({ ...book, total: book.book === "hold" ? book.total : book.total + 1_000 * seed })),
}));

describe("runs of one scenario together", () => {
  it("have books of means, in the order of the statement", () => {
    const books = comparedBooks(runs);
    expect(books.map(({ book }) => book)).to.deep.equal(base.statement.map(({ book }) => book));
    const [lp, before] = [books[1], base.statement[1]];
    expect(lp?.total).to.be.closeTo((before?.total ?? NaN) + 2_000, 1e-6);
    expect(lp?.result.value).to.be.closeTo((lp?.total ?? NaN) / 1_000_000, 1e-12);
    // Totals 1,000 apart: t of 4.3027 at two degrees of freedom, times 1,000/√3.
    const [low = NaN, high = NaN] = lp?.result.interval ?? [];
    expect((high - low) / 2).to.be.closeTo((4.3026527 * 1_000) / Math.sqrt(3) / 1_000_000, 1e-9);
    expect(lp?.lines.premium).to.be.closeTo(before?.lines.premium ?? NaN, 1e-9);
  });

  it("have differences in pairs, in which what both share does not count", () => {
    const { lpLessHold, hedgedLpLessTwin } = comparedPairs(runs);
    const [hold, lp, hedged, twin] = base.statement;
    expect(lpLessHold.value).to.be.closeTo(((lp?.total ?? NaN) + 2_000 - (hold?.total ?? NaN)) / 1_000_000, 1e-12);
    expect(hedgedLpLessTwin.value).to.be.closeTo(((hedged?.total ?? NaN) - (twin?.total ?? NaN)) / 1_000_000, 1e-12);
    const [low = NaN, high = NaN] = hedgedLpLessTwin.interval ?? [];
    expect(high - low).to.be.below(1e-12);
  });

  it("say how much more than the loss versus rebalancing arbitrage took, before the fee", () => {
    const markouts = [
      { sender: "arbitrageur", effect: "arbitrage", swaps: 1, volume: 1_000, fees: 3, poolMarkout: -7 },
      { sender: "trader", effect: "trade", swaps: 1, volume: 1_000, fees: 3, poolMarkout: 9 },
    ];
    const run = { ...base, markouts, pool: { ...base.pool, lossVersusRebalancing: -8 } };
    expect(comparedPairs([run]).arbitrageOverBleed?.value).to.be.closeTo(10 / 8 - 1, 1e-12);
    expect(comparedPairs([{ ...run, pool: { ...run.pool, lossVersusRebalancing: 0 } }]).arbitrageOverBleed).to.equal(null);
  });

  it("have flows in quarters of a position's value, over the longest horizon that all have", () => {
    const slopes = (slope: number, longest: number | null) => [
      { horizon: 1, slope: slope / 2, standardError: 1 } as const,
      { horizon: 50, slope, standardError: 1 } as const,
      { horizon: 300, slope: longest, standardError: longest === null ? null : 1 } as const,
    ];
    const flowOf = (participant: string, slope: number, longest: number | null, benchmarkSlope: number | null) => ({
      participant,
      netBase: 100,
      netQuote: 0,
      slopes: slopes(slope, longest),
      benchmarkSlope,
      shareSoldInWorstTenth: null,
    });
    const run = (longest: number | null): CrashResult => ({
      ...base,
      flow: [flowOf("pool", -900, longest, -1_000), flowOf("hedged-lp", 30, longest, null)],
    });
    const [pool, hedge] = comparedFlow([run(-950), run(null)]);
    expect([pool?.participant, pool?.horizon, pool?.slope?.value]).to.deep.equal(["pool", 50, -0.9]);
    expect(hedge?.slope?.value).to.be.closeTo(30 / (1_000 * base.pool.lpShare), 1e-12);
    expect(hedge?.soldInWorstTenth).to.equal(null);
    expect(hedge?.title).to.equal("hedge of the Hedged liquidity");
    expect(pool?.net.value).to.be.closeTo(100 / (base.series.reserveBase[0] ?? NaN), 1e-12);
  });

  it("against those of another scenario are paired by their place", () => {
    const other = runs.map((run) => ({ ...run, statement: run.statement.map((book) => ({ ...book, total: book.total + 5_000 })) }));
    for (const { less } of betweenRuns(runs, other)) expect(less.value).to.be.closeTo(-0.005, 1e-12);
    const fewer = other.map((run) => ({ ...run, statement: run.statement.slice(0, 2) }));
    expect(betweenRuns(runs, fewer).map(({ book }) => book)).to.deep.equal(["hold", "lp"]);
  });

  it("are drawn with at most 400 rows, from the first block to the last", () => {
    const { time, price, flow } = comparedSeries(makeResult({ blocks: 1_000 }));
    expect([time.length, price.length, ...flow.map(({ values }) => values.length)]).to.deep.equal(Array.from({ length: 6 }, () => 400));
    expect(price[0]).to.equal(1);
    expect(flow.map(({ values }) => values[0])).to.deep.equal([0, 0, 0, 0]);
    expect(time.at(-1)).to.equal(makeResult({ blocks: 1_000 }).series.time.at(-1));
  });

  it("draw what desk and insurer have bought and sold, and the insurer is no hedge", () => {
    const chosen = makeResult({ chosen: true });
    const { flow } = comparedSeries(chosen);
    expect(flow.map(({ title }) => title).slice(-2)).to.deep.equal(["hedge of the Short iron condor", "Insurer"]);
    const column = chosen.series.netBaseInsurer ?? [];
    const unit = (chosen.series.reserveBase[0] ?? NaN) * chosen.pool.lpShare;
    expect(flow.at(-1)?.values.at(-1)).to.be.closeTo(((column.at(-1) ?? NaN) - (column[0] ?? NaN)) / unit, 1e-12);
    expect(comparedFlow([chosen]).map(({ title }) => title)).to.include("hedge of the Short iron condor");
  });

  it("have the checks of all and the largest gap of any", () => {
    const worse = { ...base, identities: base.identities.map((each) => ({ ...each, largestGap: each.tolerance / 2 })) };
    for (const [i, { checks, largestGap, tolerance }] of mergedIdentities([base, worse]).entries()) {
      expect(checks).to.equal(2 * (base.identities[i]?.checks ?? NaN));
      expect(largestGap).to.equal(Math.max(base.identities[i]?.largestGap ?? NaN, tolerance / 2));
    }
  });
});

describe("a system over seeds", () => {
  const named = { id: "pool", title: "pool", what: "the pool", settings: {} };
  const loop = (gain: number | null, amplification: number | null): LoopReport => ({
    gain,
    standardError: 0.01,
    interval: null,
    byVarianceRatio: null,
    reaction: 0,
    fallWith: 1,
    fallWithout: 1,
    amplification,
    depthElasticity: null,
    verdict: "neutral",
    sentence: "",
  });

  it("has the verdict of its gain's interval, and its fall against that of the pool alone", () => {
    const [own, alone] = [
      [loop(0.2, 1.3), loop(0.22, 1.32), loop(0.21, 1.31)],
      [loop(-0.2, 0.8), loop(-0.2, 0.82), loop(-0.2, 0.81)],
    ];
    const { gain, deeper, lessPoolAlone, verdict } = comparedSystem(named, own, alone);
    expect(gain?.value).to.be.closeTo(0.21, 1e-12);
    expect(deeper?.value).to.be.closeTo(0.31, 1e-12);
    expect(lessPoolAlone?.value).to.be.closeTo(0.5, 1e-12);
    expect(verdict).to.equal("amplifies");
    expect(comparedSystem(named, alone, null)).to.include({ lessPoolAlone: null, verdict: "dampens" });
  });

  it("is a spiral where a run went out of sight, and undecided where nothing was measured", () => {
    const lost = comparedSystem(named, [loop(0.2, 1.3), "out-of-sight", loop(0.2, 1.3)], null);
    expect(lost).to.include({ outOfSight: 1, gain: null, deeper: null, verdict: "spirals" });
    expect(comparedSystem(named, [loop(null, null)], null)).to.include({ gain: null, deeper: null, verdict: "undecided" });
  });
});

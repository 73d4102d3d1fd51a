import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { CrashResult } from "../../../src/core/result.ts";
import { runCrash } from "../../../src/crash.ts";
import { runMev } from "../../../src/mev.ts";
import { ascending, quantile } from "../../../src/ledger/measures/quantile.ts";
import { claimOf } from "../../../src/plugin/matchers/claim-of.ts";
import type { Claim } from "../../../src/plugin/matchers/claim.ts";
import { absences } from "../../../src/plugin/matchers/measures/absences.ts";
import { invariantFalls } from "../../../src/plugin/matchers/measures/invariant-falls.ts";
import { runningQuantile } from "../../../src/plugin/matchers/measures/running-quantile.ts";
import { livelyWindow } from "../../engine/lively-window.ts";

const BLOCKS = 150;
const scenario = livelyWindow("black-thursday-2020");
const run = (set: Readonly<Record<string, unknown>> = {}, seed = 2): Promise<CrashResult> =>
  runCrash({ scenario, seed, engine: "twin", set: { "run.blocks": BLOCKS, "agents.turnover": 5, ...set } });

/** Every matcher that knows its measure block by block, with limits that the run is beyond. */
const claims: readonly Claim[] = [
  claimOf.loseAtMost([0]),
  claimOf.loseAtMost([0, { book: "option-twin", than: "hold" }]),
  claimOf.slipAtMost([0, { sell: 10_000 }]),
  claimOf.slipAtMost([0, { buy: 100_000, quantile: 0.9 }]),
  claimOf.recoverWithin([0, { gap: 0.005 }]),
  claimOf.leakAtMost([0]),
  claimOf.trackReference([0]),
  claimOf.stayLiquid([1]),
  claimOf.keepInvariant([]),
];

describe("the measures of a run", () => {
  it("are at its end what they are of the whole", async () => {
    const crash = await run();
    const withDesk = await run({ "hedger.desk": "straddle", "hedger.insurance": "cppi" });
    for (const book of ["desk", "insurer"] as const) {
      const claim = claimOf.loseAtMost([0, { book, than: "hold" }]);
      // Their values and their totals are added up on two ways, which identity 1 holds to this.
      expect(claim.course({ crash: withDesk, mev: null })?.at(-1)).to.be.closeTo(claim.measure({ crash: withDesk, mev: null }), 1e-9);
    }
    for (const claim of claims) {
      const course = claim.course({ crash, mev: null });
      expect(course?.length, claim.matcher).to.equal(BLOCKS + 1);
      expect(course?.at(-1), claim.matcher).to.be.closeTo(claim.measure({ crash, mev: null }), 1e-15);
    }
  });

  it("are those that the result prints elsewhere", async () => {
    const crash = await run();
    const measure = (claim: Claim): number => claim.measure({ crash, mev: null });
    expect(measure(claimOf.trackReference([0]))).to.equal(crash.pool.gap.p95);
    expect(measure(claimOf.trackReference([0, { quantile: 0.5 }]))).to.equal(crash.pool.gap.median);
    expect(measure(claimOf.trackReference([0, { quantile: 1 }]))).to.equal(crash.pool.gap.max);
    for (const { book, total, startCapital, lines } of crash.statement) {
      expect(measure(claimOf.loseAtMost([0, { book }]))).to.equal(-total / startCapital);
      expect(measure(claimOf.earnAtLeast([0, { book }]))).to.equal(lines.premium / startCapital);
      const perDay = measure(claimOf.earnAtLeast([0, { book, line: "bleed", perDay: true }]));
      expect(perDay).to.be.closeTo(((lines.bleed / startCapital) * 86_400) / crash.crash.seconds, 1e-15);
    }
    // x·y = k: what it pays out or takes in over a given distance is in proportion to its quote.
    const least = Math.min(...crash.series.reserveQuote) / crash.series.reserveQuote[0]!;
    expect(measure(claimOf.stayLiquid([0]))).to.be.closeTo(least, 1e-12);
    // The table of markouts is summed on another way.
    const sum = (of: (row: CrashResult["markouts"][number]) => number, isArbitrage: boolean): number =>
      crash.markouts.reduce((all, row) => all + ((row.sender === "arbitrageur") === isArbitrage ? of(row) : 0), 0);
    expect(measure(claimOf.leakAtMost([0]))).to.be.closeTo(-sum((row) => row.poolMarkout, true) / sum((row) => row.volume, false), 1e-12);
  });

  it("of extraction add up whom it says", async () => {
    const { crash, mev } = await runMev({ scenario: "may-19-2021", engine: "twin", set: { "run.blocks": 60, "agents.turnover": 20 } });
    const leak = claimOf.leakAtMost([0]);
    const profit = mev.searchers.map((each) => each.profit).reduce((a, b) => a + b);
    const volume = mev.traders.map((each) => each.volume).reduce((a, b) => a + b);
    expect(mev.searchers.map(({ sender }) => sender)).to.include("arbitrageur");
    expect(leak.measure({ crash, mev })).to.equal(profit / volume);
    expect(leak.course({ crash, mev })).to.equal(null);
    const worst = leak.worst({ crash, mev })!;
    const taken = (block: number): number =>
      mev.extractions.block.reduce((sum, each, i) => sum + (each === block ? mev.extractions.net[i]! : 0), 0);
    for (const block of crash.series.block) expect(taken(block)).to.be.at.most(taken(crash.series.block[worst]!));
  });

  it("a running quantile is the quantile of every beginning", () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const expected = values.map((_, i) => quantile(ascending(values.slice(0, i + 1)), p));
        expect(runningQuantile(values, p)).to.deep.equal(expected);
      }),
    );
  });

  it("an absence lasts from the first block that is away to the first that is back, or to the end", () => {
    const away = [0, 1, 1, 0, 0, 1, 0, 1, 1];
    const time = [0, 10, 25, 40, 50, 60, 75, 90, 100];
    const series = { time, priceE8: away.map(() => 1e8), poolPrice: away.map((each) => 1 + 0.02 * each) };
    expect(absences(series, 0.01)).to.deep.equal([0, 0, 15, 30, 0, 0, 15, 0, 10]);
    expect(absences(series, 0.03)).to.deep.equal(away.map(() => 0));
  });
});

describe("the fall of the invariant", () => {
  const leaking = (crash: CrashResult, block: number, column: "reserveBase" | "reserveQuote", share: number): CrashResult => {
    const values = crash.series[column].map((value, i) => (i < block ? value : value * (1 - share)));
    return { ...crash, series: { ...crash.series, [column]: values } };
  };

  // Pools that nobody joins or leaves, that others join and leave as recorded, and that they run from while it is traded.
  const pools: readonly (readonly [name: string, result: () => Promise<CrashResult>, isFixed: boolean])[] = [
    ["fixed", () => run(), true],
    ["recorded", () => runCrash({ scenario: "may-19-2021", engine: "twin", set: { "run.blocks": 2_500 } }), false],
    ["that others run from", () => run({ "agents.exitLoss": 0.02, "run.blocks": 600, "agents.turnover": 20 }), false],
  ];
  for (const [name, result, isFixed] of pools) {
    it(`of a pool of liquidity ${name} is none, and what is taken from one side of it is found in its block, to a billionth`, async () => {
      const crash = await result();
      expect(crash.pool.liquidityChange === 0).to.equal(isFixed);
      expect(invariantFalls(crash).filter((fall) => fall > 0)).to.deep.equal([]);
      for (const column of ["reserveBase", "reserveQuote"] as const)
        for (const share of [1e-3, 1e-9]) {
          const quiet = crash.series.block.findLast((block) => block > 0 && !crash.swaps.block.includes(block))!;
          const falls = invariantFalls(leaking(crash, quiet, column, share));
          expect(falls[quiet]).to.be.closeTo(1 - Math.sqrt(1 - share), 1e-12);
          expect(falls.filter((fall) => fall > 0)).to.have.length(1);
        }
    });
  }

  it("in a block of swaps is what the swaps gave too much", async () => {
    const crash = await run();
    const block = crash.swaps.block[5]!;
    const falls = invariantFalls(leaking(crash, block, "reserveQuote", 0.01));
    expect(falls[block]).to.be.within(0.004, 0.0051);
  });

  it("of both sides alike is liquidity only where liquidity left in the run", async () => {
    const fixed = await run();
    const both = leaking(leaking(fixed, 40, "reserveBase", 0.01), 40, "reserveQuote", 0.01);
    expect(invariantFalls(both)[40]).to.be.closeTo(0.01, 1e-4);
    expect(invariantFalls({ ...both, pool: { ...both.pool, liquidityChange: Math.log(0.99) } })[40]).to.equal(0);
  });
});

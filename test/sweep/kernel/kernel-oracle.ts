import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { BookStatement } from "../../../src/core/result.ts";
import { InputError } from "../../../src/core/errors.ts";
import type { Run } from "../../../src/engine/run.ts";
import type { Settings } from "../../../src/scenarios/settings.ts";
import { LINE_NAMES } from "../../../src/ledger/books/lines.ts";
import { KERNEL_BOOKS, KERNEL_MEASURES, kernelColumn, SWAPS_COLUMN } from "../../../src/sweep/kernel/kernel-columns.ts";
import { booksOf } from "../../../src/sweep/plan/books-of.ts";
import { checkDesk } from "../../../src/sweep/plan/check-desk.ts";
import { randomRuns } from "./random-runs.ts";
import { bothOf } from "./both-of.ts";

const RUNS = 1_000;
const SEED = 20_200_312;
const TOLERANCE = 1e-6;

/** Largest difference of a line, total or peak margin, as a share of starting capital, and where it is. */
function largestGap(statement: readonly BookStatement[], out: Float64Array): { readonly gap: number; readonly where: string } {
  let worst = { gap: 0, where: "" };
  for (const { book, lines, total, peakMargin, startCapital } of statement) {
    const rows = [
      ...LINE_NAMES.map((line) => [line, lines[line]] as const),
      ["total", total] as const,
      ["peakMargin", peakMargin] as const,
    ];
    for (const [measure, engine] of rows) {
      const kernel = out[kernelColumn(book, measure)]!;
      const gap = Math.abs(kernel - engine) / startCapital;
      if (!(gap <= worst.gap)) worst = { gap, where: `${book}.${measure}: engine ${engine}, kernel ${kernel}, capital ${startCapital}` };
    }
  }
  return worst;
}

/**
 * How many trades the engine decided on, and by how many the kernel's number of them differs, arbitrages and each hedge counted apart. Constant proportions are
 * left aside: where they ask for what they hold but for its last digits, both trade those, and not as often. They have a test of their own.
 */
function flipsOf(run: Run, out: Float64Array, { hedger }: Settings): { readonly decisions: number; readonly flips: number } {
  const pairs = [
    { engine: run.swaps.block.length, kernel: out[SWAPS_COLUMN]! },
    ...run.statement
      .filter(({ book }) => book !== "insurer" || hedger.insurance !== "cppi")
      .map(({ book, hedge }) => ({ engine: hedge.trades, kernel: out[kernelColumn(book, "trades")]! })),
  ];
  return {
    decisions: pairs.reduce((sum, { engine }) => sum + engine, 0),
    flips: pairs.reduce((sum, { engine, kernel }) => sum + Math.abs(engine - kernel), 0),
  };
}

function fault(error: unknown): string {
  if (error instanceof InputError) return error.code;
  throw error;
}

/** The code of the refusal, or null where there is none. */
function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return fault(error);
  }
}

describe("sweep/kernel: the engine over the twin is its oracle", () => {
  it(`agrees within ${TOLERANCE} of starting capital on every line of ${RUNS} random runs`, async () => {
    let decisions = 0;
    let flips = 0;
    let swaps = 0;
    let refused = 0;
    const seen = new Set<string>();
    for (const run of fc.sample(randomRuns, { numRuns: RUNS, seed: SEED })) {
      const both = bothOf(run);
      const { desk, model, insurance } = both.settings.hedger;
      const refusal = codeOf(() => checkDesk(both.settings.hedger));
      if (refusal !== null) {
        // A desk that has nothing to be sized by is one before a sweep begins, in the kernel, and in the engine.
        expect(refusal, JSON.stringify(run)).to.equal("DESK_WITHOUT_SIZE");
        expect(codeOf(both.walk), JSON.stringify(run)).to.equal(refusal);
        expect(await both.run().then(() => null, fault), JSON.stringify(run)).to.equal(refusal);
        refused += 1;
        continue;
      }
      const [engine, out] = [await both.run(), both.walk()];
      expect(engine.statement.map(({ book }) => book)).to.deep.equal(booksOf(both.settings));
      for (const book of KERNEL_BOOKS.filter((name) => !booksOf(both.settings).includes(name)))
        for (const measure of KERNEL_MEASURES) expect(out[kernelColumn(book, measure)]).to.equal(0);
      for (const each of [insurance, desk === "none" ? desk : `${desk} under ${model}`]) seen.add(each);
      const found = flipsOf(engine, out, both.settings);
      decisions += found.decisions;
      flips += found.flips;
      swaps += engine.swaps.block.length;
      // Where a decision flips too: what is gained or lost at the threshold is next to nothing.
      const { gap, where } = largestGap(engine.statement, out);
      expect(gap, `${where}\nsample seed ${SEED}, run ${JSON.stringify(run)}`).to.be.at.most(TOLERANCE);
    }
    // Trades of the arbitrageur and of the hedges, of the engine. Those that flip earn about one smallest unit of quote.
    expect(decisions).to.be.above(20 * RUNS);
    expect(swaps).to.be.above(10 * RUNS);
    expect(flips / decisions).to.be.below(0.001);
    // Every desk under every model, and every insurer.
    expect(seen.size).to.equal(6 * 3 + 3);
    expect(refused).to.be.within(1, RUNS / 2);
  }).timeout(300_000);

  it("agrees on a day of blocks, with a hedge that follows every one of them", async () => {
    const both = bothOf({
      seed: 7,
      start: 200,
      process: { kind: "heston", startVolatilityPerDay: 0.1, longVolatilityPerDay: 0.2 },
      set: {
        "run.blocks": 6_500,
        "hedger.interval": 1,
        "pool.value": 1e7,
        "pool.lpShare": 1,
        "hedger.desk": "iron-condor",
        "hedger.insurance": "synthetic-put",
      },
    });
    const [run, out] = [await both.run(), both.walk()];
    const { gap, where } = largestGap(run.statement, out);
    expect(gap, where).to.be.at.most(TOLERANCE);
    expect(flipsOf(run, out, both.settings)).to.deep.include({ flips: 0 });
    expect(run.swaps.block.length).to.be.above(500);
  });

  it("holds as often as the engine what constant proportions ask for while that is less than all, and breaks the same floor for good", async () => {
    for (const [seed, multiple] of [
      [1, 2],
      [2, 4],
      [3, 10],
    ] as const) {
      const both = bothOf({
        seed,
        start: 200,
        process: { kind: "gbm", driftPerDay: -4, volatilityPerDay: 0.3 },
        set: {
          "run.blocks": 2_000,
          "hedger.interval": 1,
          "hedger.insurance": "cppi",
          "hedger.multiple": multiple,
          "hedger.floor": 1 - 0.9 / multiple,
        },
      });
      const [run, out] = [await both.run(), both.walk()];
      const { gap, where } = largestGap(run.statement, out);
      expect(gap, where).to.be.at.most(TOLERANCE);
      const insurer = run.statement.find(({ book }) => book === "insurer");
      expect(insurer?.hedge.trades).to.be.above(500);
      const trades = insurer?.hedge.trades ?? NaN;
      expect(out[kernelColumn("insurer", "trades")], `multiple ${multiple}`).to.be.closeTo(trades, 0.001 * trades);
    }
  });
});

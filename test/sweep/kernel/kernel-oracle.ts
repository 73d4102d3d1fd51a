import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { BookStatement, SweptBook } from "../../../src/core/result.ts";
import type { Run } from "../../../src/engine/run.ts";
import { LINE_NAMES } from "../../../src/ledger/books/lines.ts";
import { KERNEL_BOOKS, kernelColumn, SWAPS_COLUMN } from "../../../src/sweep/kernel/kernel-columns.ts";
import { randomRuns } from "./random-runs.ts";
import { runBoth } from "./run-both.ts";

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
      const kernel = out[kernelColumn(book as SweptBook, measure)]!;
      const gap = Math.abs(kernel - engine) / startCapital;
      if (!(gap <= worst.gap)) worst = { gap, where: `${book}.${measure}: engine ${engine}, kernel ${kernel}, capital ${startCapital}` };
    }
  }
  return worst;
}

/** How many trades the engine decided on, and by how many the kernel's number of them differs, arbitrages and each hedge counted apart. */
function flipsOf(run: Run, out: Float64Array): { readonly decisions: number; readonly flips: number } {
  const pairs = [
    { engine: run.swaps.block.length, kernel: out[SWAPS_COLUMN]! },
    ...run.statement.map(({ book, hedge }) => ({ engine: hedge.trades, kernel: out[kernelColumn(book as SweptBook, "trades")]! })),
  ];
  return {
    decisions: pairs.reduce((sum, { engine }) => sum + engine, 0),
    flips: pairs.reduce((sum, { engine, kernel }) => sum + Math.abs(engine - kernel), 0),
  };
}

describe("sweep/kernel: the engine over the twin is its oracle", () => {
  it(`agrees within ${TOLERANCE} of starting capital on every line of ${RUNS} random runs`, async () => {
    let decisions = 0;
    let flips = 0;
    let swaps = 0;
    for (const run of fc.sample(randomRuns, { numRuns: RUNS, seed: SEED })) {
      const { run: engine, out } = await runBoth(run);
      expect(engine.statement.map(({ book }) => book)).to.deep.equal(KERNEL_BOOKS);
      const found = flipsOf(engine, out);
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
  }).timeout(60_000);

  it("agrees on a day of blocks, with a hedge that follows every one of them", async () => {
    const { run, out } = await runBoth({
      seed: 7,
      start: 200,
      process: { kind: "heston", startVolatilityPerDay: 0.1, longVolatilityPerDay: 0.2 },
      set: { "run.blocks": 6_500, "hedger.interval": 1, "pool.value": 1e7, "pool.lpShare": 1 },
    });
    const { gap, where } = largestGap(run.statement, out);
    expect(gap, where).to.be.at.most(TOLERANCE);
    expect(flipsOf(run, out)).to.deep.include({ flips: 0 });
    expect(run.swaps.block.length).to.be.above(500);
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepCell } from "../../src/core/sweep-summary.ts";
import { runSweep } from "../../src/sweep.ts";
import { references, SIGMA_PER_DAY } from "./experiments/arbitrage-with-fees.ts";

const FEES = [0.0005, 0.003, 0.01];
const BLOCK_SECONDS = [12, 120, 600];
const PATHS = 60;
/** A path begins with pool and market level, where a stationary one is anywhere in the band: over these days that is within a hundredth. */
const START = 0.01;

/** The papers' grid by the command that anyone can run: no venue cost, no least profit, a driftless log price, and a hedge that follows for nothing. */
function sweepOf(spacing: "poisson" | "fixed") {
  return runSweep({
    scenario: "gbm",
    seed: 11,
    paths: PATHS,
    axes: { "pool.fee": FEES, "mempool.blockSeconds": BLOCK_SECONDS },
    set: {
      "process.days": 4,
      "process.driftPerDay": (SIGMA_PER_DAY * SIGMA_PER_DAY) / 2,
      "mempool.blockProcess": spacing,
      "market.cost": 0,
      "agents.minimumProfit": 0,
      "hedger.interval": 1,
    },
  });
}

function measured({ books, swaps, blocks }: SweepCell) {
  const { total } = books.find(({ book }) => book === "hedged-lp")!.measures;
  const { bleed } = books.find(({ book }) => book === "lp")!.measures;
  return {
    share: { value: swaps.mean / blocks.mean, error: swaps.standardError! / blocks.mean },
    ratio: { value: total.mean / bleed.mean, error: Math.abs(total.standardError! / bleed.mean) },
  };
}

describe("papers: the grid by a sweep", () => {
  for (const spacing of ["poisson", "fixed"] as const)
    it(`every fee and block time gives the formulas of ${spacing} blocks within three standard errors`, async () => {
      const { cells } = await sweepOf(spacing);
      expect(cells).to.have.length(FEES.length * BLOCK_SECONDS.length);
      for (const cell of cells) {
        const [fee, seconds] = cell.at as readonly [number, number];
        const expected = references(spacing, fee, seconds);
        const found = measured(cell);
        for (const which of ["share", "ratio"] as const) {
          const { value, error } = found[which];
          const reference = expected[which].value;
          const allowed = 3 * error + START * reference;
          expect(Math.abs(value - reference), `${which} at ${fee}, ${seconds} s: ${value} ± ${error}, formula ${reference}`).to.be.at.most(
            allowed,
          );
        }
      }
    }).timeout(120_000);
});

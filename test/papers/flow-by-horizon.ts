import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { frictionless } from "../engine/frictionless.ts";

const SEEDS = 6;
const QUIET = { ...frictionless, "hedger.policy": "never" } as const;

/** Theory 4.6: with 30 bp, what a pool buys per unit of log return over −V/4 grows with the horizon, as the fee's band is left behind. */
describe("papers: the pool's flow by horizon, fee 30 bp, blocks of 12 s", () => {
  for (const [volatility, expected] of [
    [0.05, { 1: 0.12, 50: 0.61, 300: 0.92 }],
    [0.25, { 1: 0.44, 50: 0.97, 300: 0.99 }],
  ] as const) {
    it(`at ${100 * volatility} % a day: ${Object.values(expected).join(", ")} of −V/4 over ${Object.keys(expected).join(", ")} blocks`, async () => {
      const found = new Map<number, number[]>();
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const { flow } = await runCrash({
          scenario: "gbm",
          seed,
          engine: "twin",
          set: { ...QUIET, "process.volatilityPerDay": volatility },
        });
        const pool = flow.find(({ participant }) => participant === "pool");
        for (const { horizon, slope } of pool?.slopes ?? []) {
          found.set(horizon, [...(found.get(horizon) ?? []), (slope ?? NaN) / (pool?.benchmarkSlope ?? NaN)]);
        }
      }
      for (const [horizon, share] of Object.entries(expected)) {
        const shares = found.get(Number(horizon)) ?? [];
        const mean = shares.reduce((sum, each) => sum + each, 0) / SEEDS;
        const error = Math.sqrt(shares.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / (SEEDS - 1) / SEEDS);
        // Half a unit of the last digit that the theory states, beside sampling.
        expect(mean, `over ${horizon} blocks, ±${error}`).to.be.closeTo(share, 3 * error + 0.005);
      }
    });
  }
});

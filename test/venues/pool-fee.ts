import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import type { CrashResult } from "../../src/core/result.ts";

const scenario = "black-thursday-2020";
const run = (fee: number): Promise<CrashResult> =>
  runCrash({ scenario, seed: 1, engine: "twin", set: { "pool.fee": fee, "run.blocks": 400, "agents.turnover": 3 } });

describe("venues/twin: a pool of another fee", () => {
  for (const fee of [0.000_001, 0.0005, 0.01, 0.1]) {
    it(`${fee}: the identities hold, and the pool takes this share of what is paid in`, async () => {
      const { pool, markouts, swaps, identities } = await run(fee);
      expect(swaps.block.length).to.be.above(0);
      expect(pool.fees / pool.volume).to.be.closeTo(fee, 1e-12);
      for (const { fees, volume } of markouts) expect(fees / volume).to.be.closeTo(fee, 1e-12);
      expect(identities.map(({ largestGap, tolerance }) => largestGap <= tolerance)).to.deep.equal([true, true, true, true]);
    });
  }

  it("is arbitraged the less often, the larger the fee", async () => {
    const shares = (await Promise.all([0.0005, 0.003, 0.01].map(run))).map(({ pool }) => pool.arbitrageShare);
    expect(shares).to.deep.equal([...shares].sort((a, b) => b - a));
    expect(new Set(shares).size).to.equal(3);
  });

  it("is refused by the chain, which says why", async () => {
    const error: unknown = await runCrash({ set: { "pool.fee": 0.01 } }).catch((reason: unknown) => reason);
    expect(error).to.include({ code: "FEE_NEEDS_TWIN" });
    expect((error as Error).message)
      .to.contain("pool.fee=0.01")
      .and.to.contain("twin");
  });
});

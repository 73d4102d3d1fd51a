import { expect, use } from "chai";
import { type BookStatement, type CrashResult, type PoolBinding, poolNamed, runCrash } from "hardhat-crash";
import { attacksOn, crashMatchers } from "hardhat-crash/matchers";
import { before, describe, it } from "mocha";

use(crashMatchers);

describe("our fork on Black Thursday, until 11:00, when ETH has fallen from 195 to 133 dollars", () => {
  let pool: PoolBinding;
  let result: CrashResult;
  let lp: BookStatement;

  before(async () => {
    pool = await poolNamed("fork");
    result = await runCrash({ scenario: "black-thursday-2020", pool, set: { "run.blocks": 3_025 } });
    const found = result.statement.find(({ book }) => book === "lp");
    if (found === undefined) throw new Error("the statement has no LP");
    lp = found;
  });

  it("loses at most 19 % of an LP's capital, and at most 2 % more than holding would have", async () => {
    await expect(result).to.loseAtMost(0.19);
    await expect(result).to.loseAtMost(0.02, { than: "hold" });
  });

  it("keeps 25 basis points of what is traded, and they pay 15 % of what is lost to rebalancing", () => {
    expect(result.pool.fees / result.pool.volume).to.be.closeTo(0.0025, 1e-6);
    expect(lp.lines.premium).to.be.at.least(-0.15 * lp.lines.bleed);
  });

  it("never has less than seven tenths of its depth at the start", () => expect(result).to.stayLiquid(0.7));

  it("stays within 0.6 % of the market's price in 95 of 100 blocks, and within 5 % always", async () => {
    await expect(result).to.trackReference(0.006);
    await expect(result).to.trackReference(0.05, { quantile: 1 });
  });

  it("keeps its invariants whatever is done to it", async () => {
    await expect(attacksOn(pool, { sequences: 5 })).to.keepInvariant();
  });
});

import { expect } from "chai";
import { type BookStatement, type CrashResult, poolNamed, runCrash } from "hardhat-crash";
import { before, describe, it } from "mocha";

const run = { scenario: "luna-2022-luna", set: { "run.blocks": 250 } } as const;

describe("our moving fee in the first hour of LUNA's last day, while the price falls by a quarter", () => {
  let moving: CrashResult;
  let fixed: CrashResult;

  before(async () => {
    moving = await runCrash({ ...run, pool: await poolNamed("moving") });
    // The published pair, at 0.3 %; without a contract of ours in it, the twin is the quicker one.
    fixed = await runCrash({ ...run, engine: "twin" });
    expect(moving.series.priceE8).to.deep.equal(fixed.series.priceE8);
  });

  const lp = ({ statement }: CrashResult): BookStatement => {
    const found = statement.find(({ book }) => book === "lp");
    if (found === undefined) throw new Error("the statement has no LP");
    return found;
  };

  it("earns its LPs at least 1.5 times as much per dollar traded as the fixed fee", () => {
    const earned = ({ pool }: CrashResult): number => pool.fees / pool.volume;
    expect(earned(fixed)).to.be.closeTo(0.003, 1e-6);
    expect(earned(moving)).to.be.at.least(1.5 * earned(fixed));
  });

  it("pays for more of what rebalancing costs them, and leaves them better off", () => {
    const paid = ({ lines }: BookStatement): number => lines.premium / -lines.bleed;
    expect(paid(lp(moving))).to.be.above(paid(lp(fixed)));
    expect(lp(moving).total).to.be.above(lp(fixed).total);
  });

  it("does not drive traders away from the market's price: the gap is within 3 % always", () => {
    expect(moving.pool.gap.max).to.be.below(0.03);
  });
});

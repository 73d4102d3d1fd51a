import { expect } from "chai";
import { before, describe, it } from "mocha";
import { type CrashResult, runCrash } from "../../src/index.ts";
import { bookNamed, flowNamed } from "./reading.ts";

/** The worst two hours of 12 March 2020 for a pool of 6.4 million dollars: start here to write a crash test of your own. */
describe("Black Thursday 2020", () => {
  let result: CrashResult;

  before(async () => {
    result = await runCrash({ scenario: "black-thursday-2020", seed: 1, set: { "run.blocks": 3_300 } });
  });

  it("is a crash: a third of the price goes in half a day", () => {
    expect(result.crash.return).to.be.below(-0.25);
    expect(result.crash.volatilityPerDay).to.be.above(0.15);
  });

  it("every book balances, in every block", () => {
    expect(result.identities.map(({ identity }) => identity)).to.deep.equal([1, 2, 3, 4]);
    for (const { largestGap, tolerance } of result.identities) expect(largestGap).to.be.at.most(tolerance);
  });

  it("the pool loses more than whoever holds, and its fees do not pay for the bleed", () => {
    const [hold, lp] = [bookNamed(result, "hold"), bookNamed(result, "lp")];
    expect(lp.total).to.be.below(hold.total);
    expect(lp.lines.premium).to.be.below(-lp.lines.bleed);
  });

  it("hedged, what is left of the loss is the bleed of short gamma, like the options desk's", () => {
    const [hedged, twin] = [bookNamed(result, "hedged-lp"), bookNamed(result, "option-twin")];
    expect(Math.abs(hedged.lines.exposure)).to.be.below(0.01 * hedged.startCapital);
    expect(twin.lines.bleed / hedged.lines.bleed).to.be.within(0.95, 1.05);
  });

  it("the pool buys what falls, and its hedge sells it", () => {
    expect(flowNamed(result, "pool").netBase).to.be.above(0);
    expect(flowNamed(result, "hedged-lp").netBase).to.be.below(0);
  });
});

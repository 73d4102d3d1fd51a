import { expect } from "chai";
import { before, describe, it } from "mocha";
import { type CrashResult, runCrash } from "../../src/index.ts";
import { bookNamed } from "./reading.ts";

/** A day on which nothing happens, to compare the crashes with. On the twin, whose bytes are the chain's. */
describe("A calm day", () => {
  let result: CrashResult;

  before(async () => {
    result = await runCrash({ scenario: "calm-day", seed: 1, engine: "twin", set: { "run.blocks": 3_000 } });
  });

  it("is calm", () => {
    expect(result.crash.volatilityPerDay).to.be.within(0.028, 0.032);
    expect(result.crash.maxDrawdown).to.be.below(0.1);
  });

  it("bleeds σ²/8 of the pool a day (Milionis et al. 2022, theorem 1)", () => {
    const { lossVersusRebalancing, startValue, endValue } = result.pool;
    const days = result.crash.seconds / 86_400;
    const expected = ((0.03 * 0.03) / 8) * ((startValue + endValue) / 2) * days;
    // 3,000 squared normals: one standard deviation is √(2/3000) = 2.6 %.
    expect(-lossVersusRebalancing / expected).to.be.within(0.92, 1.08);
  });

  it("the LP's fees pay for most of the bleed, the desk's theta at 90 % for more than all", () => {
    const [lp, twin] = [bookNamed(result, "lp"), bookNamed(result, "option-twin")];
    expect(lp.lines.premium / -lp.lines.bleed).to.be.above(0.4);
    expect(twin.lines.premium).to.be.above(-twin.lines.bleed);
  });
});

import { expect } from "chai";
import type { MevResult } from "hardhat-crash";
import { before, describe, it } from "mocha";
import { servedCrash } from "./served-crash.ts";

describe("our bot in half an hour of November 2022, while ETH rises by 5 %", () => {
  let run: MevResult;

  before(async () => {
    run = await servedCrash(["ftx-2022", "--seed", "1", "--set", "run.blocks=150"], "bot.ts");
  });

  it("makes more than 200 dollars after what it pays for gas, by the run's own account", () => {
    const [own] = run.participants.filter(({ participant }) => participant === "visitor");
    expect(own?.profit).to.be.above(200);
  });

  it("gets more than 30 of its bundles into blocks, and none of its transactions is reverted", () => {
    const own = run.searchers.find(({ account }) => account === "visitor-1");
    expect(own?.bundlesIncluded).to.be.above(30);
    expect(own?.reverted).to.equal(0);
  });
});

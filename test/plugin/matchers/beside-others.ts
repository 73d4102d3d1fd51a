import { expect, use } from "chai";
import hre from "hardhat";
import { before, describe, it } from "mocha";
import { crashMatchers, crashOf } from "../../../src/plugin/matchers/matchers.ts";
import { makeResult } from "../../report/fixture.ts";
import { failureOf } from "./failure-of.ts";
import { inWorkplace } from "./in-workplace.ts";

use(crashMatchers);

const options = { scenario: "gbm", engine: "twin", set: { "run.blocks": 30 } } as const;

// Hardhat brings its own matchers in, and chai-as-promised with them, when the first network is connected to; from then on chai's methods answer with their assertion. Where a process has
// connected before, that has happened to the methods of then, so here it is done once more to one of ours.
describe("the matchers beside Hardhat's, which come in later", () => {
  before(async () => {
    const connection = await hre.network.create();
    await connection.close();
    use(({ Assertion }, utils) => {
      utils.overwriteMethod(Assertion.prototype, "stayLiquid", (inner: (...args: unknown[]) => unknown) => {
        return function answering(this: object, ...args: unknown[]): object {
          inner.apply(this, args);
          return this;
        };
      });
    });
  });

  it("are wrapped by them", async () => {
    const assertion = expect(makeResult()).to.stayLiquid(0.1) as unknown;
    expect(assertion).to.be.instanceOf((await import("chai")).Assertion);
  });

  it("run when they are awaited, fail when they fail, and can be asked over seeds", () =>
    inWorkplace(async () => {
      await expect(crashOf(options)).to.stayLiquid(0.1);
      expect(await failureOf(() => expect(crashOf(options)).not.to.stayLiquid(0.1))).to.include("not to keep at least 10.0 %");
      await expect(crashOf(options)).to.stayLiquid(0.1).over(5).atConfidence(0.9);
      expect(await failureOf(() => expect(crashOf(options)).not.to.stayLiquid(0.1).over(5))).to.include("in the mean at 95 % confidence");
      const caught = await expect(crashOf(options))
        .not.to.stayLiquid(0.1)
        .catch((error: unknown) => error);
      expect(caught).to.be.instanceOf(Error);
    }));

  it("assert results at once", async () => {
    await expect(makeResult()).to.stayLiquid(0.1);
    expect(() => void expect(makeResult()).to.stayLiquid(0.9)).to.throw("to keep at least 90.0 %");
  });

  it("leave theirs as they were", async () => {
    const promised = expect(Promise.reject(new Error("no"))).to.be as unknown as { rejectedWith(text: string): Promise<void> };
    await promised.rejectedWith("no");
  });
});

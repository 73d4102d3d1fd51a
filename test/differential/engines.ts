import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type CrashOptions, runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { anySettings } from "../engine/any-settings.ts";
import { livelyWindow } from "../engine/lively-window.ts";
import { PINNED } from "../pins-cases.ts";

const NAMES = ["black-thursday-2020", "may-19-2021", "calm-day"] as const;

/** Runs on both engines and compares the bytes without the key `engine`. */
async function expectSameBytes(options: CrashOptions): Promise<number> {
  const chain = await runCrash({ ...options, engine: "chain" });
  const twin = await runCrash({ ...options, engine: "twin" });
  expect([chain.engine.name, twin.engine.name]).to.deep.equal(["chain", "twin"]);
  expect(twin.engine.gasDifference).to.equal("0");
  expect(encodeResult({ ...twin, engine: chain.engine })).to.equal(encodeResult(chain));
  return chain.swaps.block.length;
}

describe("differential: a run on the chain and one on the twin are the same bytes but for the engine", () => {
  for (const [name, options] of Object.entries(PINNED)) {
    it(name, async () => {
      expect(await expectSameBytes(options)).to.be.above(10);
    });
  }

  for (const name of NAMES) {
    it(`${name}, its liveliest hours, two seeds`, async () => {
      for (const seed of [11, 12]) await expectSameBytes({ scenario: livelyWindow(name), seed, set: { "run.blocks": 120 } });
    });
  }

  it("whatever the settings (12 runs of 40 blocks)", async () => {
    const runs = fc.record({ name: fc.constantFrom(...NAMES), seed: fc.integer({ min: 1, max: 2 ** 31 }), set: anySettings });
    await fc.assert(
      fc.asyncProperty(runs, async ({ name, seed, set }) => {
        await expectSameBytes({ scenario: livelyWindow(name), seed, set: { ...set, "run.blocks": 40 } });
      }),
      { numRuns: 12 },
    );
  });
});

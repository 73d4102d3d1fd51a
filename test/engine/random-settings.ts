import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { expectTwinGives } from "../differential/expect-twin-gives.ts";
import { anySettings } from "./any-settings.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 40;
const RUNS = 20;

const runs = fc.record({
  name: fc.constantFrom("black-thursday-2020", "may-19-2021", "calm-day"),
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
  set: anySettings,
});

describe("engine: whatever the settings", () => {
  it(`the identities hold, the result is one that the schema allows, and the twin gives the same bytes (${RUNS} runs of ${BLOCKS} blocks)`, async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ name, seed, set }) => {
        const options = { scenario: livelyWindow(name), seed, set: { ...set, "run.blocks": BLOCKS } };
        const result = await runCrash(options);
        expectIdentities(result, BLOCKS);
        // The encoder refuses NaN and infinity.
        expect(encodeResult(result)).to.be.a("string");
        await expectTwinGives(result, options);
      }),
      // Shrinking would run the chain a hundred times; the seed and the settings are printed anyway.
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { expectTwinGives } from "../differential/expect-twin-gives.ts";
import { anySettings } from "./any-settings.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 40;
const RUNS = 20;
const TWIN_RUNS = 200;

const runs = fc.record({
  name: fc.constantFrom("black-thursday-2020", "may-19-2021", "calm-day"),
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
  set: anySettings,
});

const REFUSALS: ReadonlySet<string> = new Set(["DESK_WITHOUT_SIZE", "IMPACT_OUT_OF_SIGHT", "IMPACT_UNPAID"]);

function refused(error: unknown): null {
  if (error instanceof InputError && REFUSALS.has(error.code)) return null;
  throw error;
}

describe("engine: whatever the settings", () => {
  it(`the identities hold, the result is one that the schema allows, and the twin gives the same bytes (${RUNS} runs of ${BLOCKS} blocks)`, async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ name, seed, set }) => {
        const options = { scenario: livelyWindow(name), seed, set: { ...set, "run.blocks": BLOCKS } };
        const result = await runCrash(options).catch(refused);
        // A position without a size, or a trade that nobody would make, is refused with a message of its own.
        fc.pre(result !== null);
        expectIdentities(result, BLOCKS);
        // The encoder refuses NaN and infinity.
        expect(encodeResult(result)).to.be.a("string");
        await expectTwinGives(result, options);
      }),
      // Shrinking would run the chain a hundred times; the seed and the settings are printed anyway.
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it(`on the twin alone the identities hold for every position and policy under every switch (${TWIN_RUNS} runs of ${BLOCKS} blocks)`, async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ name, seed, set }) => {
        const result = await runCrash({ scenario: livelyWindow(name), seed, engine: "twin", set: { ...set, "run.blocks": BLOCKS } }).catch(
          refused,
        );
        fc.pre(result !== null);
        expectIdentities(result, BLOCKS);
      }),
      { numRuns: TWIN_RUNS, endOnFailure: true },
    );
  });
});

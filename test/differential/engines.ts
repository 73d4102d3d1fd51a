import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { livelyWindow } from "../engine/lively-window.ts";
import { pinnedResult } from "../pinned-result.ts";
import { PINNED } from "../pins-cases.ts";
import { sideBySide } from "../side-by-side.ts";
import { expectTwinGives } from "./expect-twin-gives.ts";

const NAMES = ["black-thursday-2020", "may-19-2021", "calm-day"] as const;

/** Random settings are in `test/engine/random-settings.ts`. */
describe("differential: a run on the chain and one on the twin are the same bytes but for the engine", () => {
  for (const [name, options] of Object.entries(PINNED)) {
    it(name, async () => {
      const chain = await pinnedResult(options);
      expect(chain.swaps.block.length).to.be.above(10);
      await expectTwinGives(chain, options);
    });
  }

  for (const name of NAMES) {
    it(`${name}, its liveliest hours, two seeds`, async () => {
      await sideBySide([11, 12], async (seed) => {
        const options = { scenario: livelyWindow(name), seed, set: { "run.blocks": 120 } };
        await expectTwinGives(await runCrash(options), options);
      });
    });
  }
});

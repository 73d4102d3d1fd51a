import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";
import type { CrashResult } from "../../src/core/result.ts";
import { runMev } from "../../src/mev.ts";
import { livelyWindow } from "../engine/lively-window.ts";
import { visit } from "./visit.ts";

/** A result without the engine's own facts, and without the setting that says how many may visit. */
function comparable({ engine: _, settings, ...rest }: CrashResult): unknown {
  return { ...rest, settings: { ...settings, "agents.visitors": 0 } };
}

describe("a run whose visitors do nothing", () => {
  for (const scenario of ["may-19-2021", "black-thursday-2020"]) {
    it(`is the same run as without them: ${scenario}`, async () => {
      const set = { "run.blocks": 30, "mempool.ordering": "bundle-auction" };
      const served = await visit(async () => {}, { scenario: livelyWindow(scenario), set, seed: 4 });
      const alone = await runMev({ scenario: livelyWindow(scenario), set, seed: 4, engine: "chain", network });
      expect(comparable(served.crash)).to.deep.equal(comparable(alone.crash));
      expect({ ...served.mev, settings: null }).to.deep.equal({ ...alone.mev, settings: null });
      expect(alone.mev.transactions.block.length, "it was lively").to.be.above(20);
    });
  }
});

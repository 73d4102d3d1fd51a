import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 80;
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

const cases = [
  { name: "black-thursday-2020", seeds: SEEDS, set: {} },
  { name: "may-19-2021", seeds: SEEDS, set: {} },
  { name: "calm-day", seeds: [1, 2, 3], set: {} },
  { name: "may-19-2021", seeds: [1, 2, 3], set: { "mempool.fees": "eip-1559" } },
] as const;

describe("engine: the four identities hold, and the gas measured is the gas scheduled", () => {
  for (const { name, seeds, set } of cases) {
    const how = Object.values(set).map((value) => `, ${value}`);
    it(`in each of ${BLOCKS} blocks of ${name}${how.join("")}, with ${seeds.length} seeds`, async () => {
      const kinds = new Set<string>();
      for (const seed of seeds) {
        const result = await runCrash({ scenario: livelyWindow(name), seed, set: { ...set, "run.blocks": BLOCKS } });
        expectIdentities(result, BLOCKS);
        for (const { kind, scheduled, measured } of result.engine.gas) {
          kinds.add(kind);
          expect(Math.abs(measured / scheduled - 1), `${kind}: ${measured} gas, scheduled ${scheduled}`).to.be.below(0.02);
        }
      }
      // The windows are lively enough to prove something.
      const lively = ["arbitrage", "trade", "arbitrage, reverted", "trade, reverted", "withdraw", "transfer"];
      if (seeds === SEEDS) expect([...kinds]).to.include.members(lively);
    });
  }
});

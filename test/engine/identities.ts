import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { sideBySide } from "../side-by-side.ts";
import { expectIdentities } from "./expect-identities.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 80;
/** On the chain; what the chain and its twin do is the same to the byte (`test/differential/`), and the twin is some twenty times as fast. */
const FEW = seedsTo(10);
const MANY = seedsTo(60);

const cases = [
  { name: "black-thursday-2020", engine: "chain", seeds: FEW, set: {} },
  { name: "may-19-2021", engine: "chain", seeds: FEW, set: {} },
  { name: "calm-day", engine: "chain", seeds: seedsTo(3), set: {} },
  { name: "may-19-2021", engine: "chain", seeds: seedsTo(3), set: { "mempool.fees": "eip-1559" } },
  { name: "black-thursday-2020", engine: "twin", seeds: MANY, set: {} },
  { name: "may-19-2021", engine: "twin", seeds: MANY, set: {} },
] as const;

describe("engine: the four identities hold, and the gas measured is the gas scheduled", () => {
  for (const { name, engine, seeds, set } of cases) {
    const how = [...Object.values(set), `on the ${engine}`].map((value) => `, ${value}`).join("");
    it(`in each of ${BLOCKS} blocks of ${name}${how}, with ${seeds.length} seeds`, async () => {
      const scenario = livelyWindow(name);
      const kinds = new Set<string>();
      for (const result of await sideBySide(seeds, (seed) => runCrash({ scenario, seed, engine, set: { ...set, "run.blocks": BLOCKS } }))) {
        expectIdentities(result, BLOCKS);
        for (const { kind, scheduled, measured } of result.engine.gas) {
          kinds.add(kind);
          expect(Math.abs(measured / scheduled - 1), `${kind}: ${measured} gas, scheduled ${scheduled}`).to.be.below(0.02);
        }
      }
      // The windows are lively enough to prove something.
      const lively = ["arbitrage", "trade", "arbitrage, reverted", "trade, reverted", "withdraw", "transfer"];
      if (seeds.length > 3) expect([...kinds]).to.include.members(lively);
    });
  }
});

function seedsTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

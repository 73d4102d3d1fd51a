import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 150;
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

const cases = [
  { name: "black-thursday-2020", seeds: SEEDS },
  { name: "may-19-2021", seeds: SEEDS },
  { name: "calm-day", seeds: [1, 2, 3] },
];

describe("engine: the four identities", () => {
  for (const { name, seeds } of cases) {
    it(`hold in every one of ${BLOCKS} blocks of ${name}, ${seeds.length} seeds`, async () => {
      const kinds = new Set<string>();
      for (const seed of seeds) {
        const result = await runCrash({ scenario: livelyWindow(name), seed, set: { "run.blocks": BLOCKS } });
        const [books, pool, balances, conservation] = result.identities;
        expect(result.identities.map(({ identity }) => identity)).to.deep.equal([1, 2, 3, 4]);
        expect(books?.checks, "five books a block").to.equal(5 * BLOCKS);
        expect(books?.largestGap).to.be.at.most(1e-9);
        expect(pool?.checks).to.equal(BLOCKS);
        expect(balances?.checks, "every block and the state before the first").to.equal(BLOCKS + 1);
        expect(conservation?.checks).to.equal(BLOCKS);
        for (const exact of [pool, balances, conservation]) expect(exact).to.include({ largestGap: 0, tolerance: 0 });
        for (const { kind } of result.engine.gas) kinds.add(kind);
      }
      // The windows are lively enough to prove something: swaps of both kinds of sender, and some that fail.
      expect([...kinds]).to.include.members(["arbitrage", "trade"]);
      if (name !== "calm-day") expect([...kinds]).to.include.members(["arbitrage, reverted", "trade, reverted"]);
    });
  }
});

import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/index.ts";
import { listScenarios } from "../../src/scenarios/find-scenario.ts";

/** The first hours of every day, and the first sessions of every market that closes. On the twin, whose bytes are the chain's. */
describe("Recorded crashes", () => {
  for (const { name, from, market } of listScenarios())
    it(`${name} begins, and every book balances`, async () => {
      const result = await runCrash({ scenario: name, seed: 1, engine: "twin", set: { "run.blocks": 300 } });
      expect(result.crash.blocks).to.equal(300);
      expect(result.scenario.from).to.equal(from);
      expect(result.swaps.block.length).to.be.above(0);
      for (const { identity, largestGap, tolerance } of result.identities)
        expect(largestGap, `identity ${identity}`).to.be.at.most(tolerance);
      expect(result.intrabar).to.have.length(market.kind === "process" ? 0 : 3);
    });

  it("LUNA's last day needs arbitrageurs with more stock than usual, or the pool stands still", async () => {
    const endOf = async (set: Readonly<Record<string, number>>): Promise<{ pool: number; market: number; taken: number }> => {
      const { series } = await runCrash({ scenario: "luna-2022-luna", seed: 1, engine: "twin", set });
      const [start = NaN, end = NaN] = [series.reserveBase[0], series.reserveBase.at(-1)];
      return { pool: series.poolPrice.at(-1) ?? NaN, market: Number(series.priceE8.at(-1)) / 1e8, taken: end / start };
    };
    const usual = await endOf({ "agents.arbitrageurStock": 0.1 });
    expect(usual.pool).to.be.closeTo(0.06, 0.005);
    expect(usual.taken).to.be.within(4, 5);
    const own = await endOf({});
    expect(own.pool / own.market).to.be.within(0.5, 2);
  });
});

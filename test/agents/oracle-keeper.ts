import { expect } from "chai";
import { describe, it } from "mocha";
import { oracleKeeper } from "../../src/agents/oracle-keeper.ts";
import type { OracleName } from "../../src/core/words.ts";
import { only, viewOf, waitingTx } from "./view-of.ts";

const keeper = (oracle: OracleName): ReturnType<typeof oracleKeeper> =>
  oracleKeeper({ account: "oracle", oracle, seconds: 60, priceAt: (time) => BigInt(time), repriceBlocks: 6 });
const never = (): number => 0;

describe("agents/oracle-keeper", () => {
  it("posts the reference price of its delay whenever its time has come, and not before", () => {
    const agent = keeper("reference");
    const posts = [1_000, 1_030, 1_047, 1_060, 1_110].map(
      (time) => only(agent.decide(viewOf({ time, seconds: 13 }), never), "send").length,
    );
    // The first block is 13 seconds after the start.
    expect(posts).to.deep.equal([0, 0, 1, 0, 1]);
  });

  it("says the price, or lets the oracle look for itself; the pool's spot price needs nobody", () => {
    const orderOf = (oracle: OracleName) => {
      const agent = keeper(oracle);
      agent.decide(viewOf({ time: 1_000 }), never);
      return only(agent.decide(viewOf({ time: 2_000 }), never), "send")[0]?.action;
    };
    expect(orderOf("reference")).to.deep.equal({ kind: "poke", price: 2_000n });
    expect(orderOf("pool-average")).to.deep.equal({ kind: "observe" });
    expect(orderOf("pool-spot")).to.equal(undefined);
  });

  it("what waits for a block is not posted again, but offered at a higher price", () => {
    const agent = keeper("reference");
    agent.decide(viewOf({ time: 1_000 }), never);
    const pending = [waitingTx("oracle", { kind: "poke", price: 7n }, 90, "oracle")];
    const orders = agent.decide(viewOf({ block: 100, time: 5_000, pending }), never);
    expect(orders.map(({ type }) => type)).to.deep.equal(["replace"]);
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import type { MevResult } from "../../src/core/mev-result.ts";
import type { Engine } from "../../src/crash.ts";
import { type MevRun, runMev } from "../../src/mev.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { livelyWindow } from "./lively-window.ts";

const BLOCKS = 120;
/** Positions that a small fall reaches, and auctions that end within the window. */
const SETTINGS = {
  "run.blocks": BLOCKS,
  "mempool.gasPrices": "constant",
  "agents.arbitrageurs": 1,
  "agents.sandwichers": 1,
  "agents.backRunners": 0,
  "lending.borrowers": 4,
  "lending.riskiest": 1.505,
  "lending.safest": 1.53,
  "lending.bidSeconds": 60,
  "lending.auctionSeconds": 300,
  "lending.oracleSeconds": 60,
  "lending.oracleDelay": 0,
};

const run = (engine: Engine, set: Readonly<Record<string, string | number>> = {}): Promise<MevRun> =>
  runMev({ scenario: livelyWindow("black-thursday-2020"), engine, seed: 2, set: { ...SETTINGS, ...set } });

const profitOf = ({ participants }: MevResult, who: string): number =>
  participants.find(({ participant }) => participant === who)?.profit ?? 0;
const count = ({ transactions }: MevResult, action: string): number =>
  transactions.action.filter((each, i) => each === action && transactions.success[i] === true).length;

describe("engine: a lending market that liquidates into the pool", () => {
  for (const oracle of ["reference", "pool-spot", "pool-average"]) {
    it(`oracle ${oracle}: chain and twin give the same result and the same ledger, with positions kicked, bid for and settled`, async () => {
      const [chain, twin] = [await run("chain", { "lending.oracle": oracle }), await run("twin", { "lending.oracle": oracle })];
      for (const action of ["kick", "bid", "settle"]) expect(count(twin.mev, action), action).to.be.above(0);
      const { engine, ...rest } = chain.crash;
      expect(encodeResult({ ...rest, engine: twin.crash.engine })).to.equal(encodeResult(twin.crash));
      expect(engine.name).to.equal("chain");
      expect(chain.mev).to.deep.equal(twin.mev);
      for (const { kind, scheduled, measured } of engine.gas) expect(scheduled / measured, kind).to.be.closeTo(1, 0.02);
    });
  }

  it("sold at the reference market: chain and twin agree, the pool is left alone, and what is won is sent there", async () => {
    const set = { "agents.liquidatorSale": "reference", "agents.settlementSeconds": 60, "lending.safest": 1.51 };
    const [chain, twin] = [await run("chain", set), await run("twin", set)];
    expect(encodeResult({ ...chain.crash, engine: twin.crash.engine })).to.equal(encodeResult(twin.crash));
    expect(chain.mev).to.deep.equal(twin.mev);
    const { swaps, identities } = chain.crash;
    expect(swaps.sender.filter((sender) => sender === "liquidator")).to.deep.equal([]);
    expect(count(chain.mev, "settle")).to.be.above(0);
    // One deposit of base for each settled lot, at the least; what the bridge pays out is the proceeds.
    const deposits = chain.mev.transactions.sender.filter(
      (sender, i) =>
        sender === "liquidator" && chain.mev.transactions.action[i] === "transfer" && chain.mev.transactions.success[i] === true,
    );
    expect(deposits.length).to.be.above(0);
    expect(identities.map(({ largestGap }) => largestGap).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it("one bidder alone learns to bid next to nothing, and the lender bears the debt; two who compete leave the lender whole", async () => {
    const [alone, rivals] = [await run("twin", { "agents.liquidators": 1 }), await run("twin", { "agents.liquidators": 2 })];
    expect(count(alone.mev, "settle")).to.be.above(0);
    expect(profitOf(alone.mev, "lender")).to.be.below(0);
    expect(profitOf(rivals.mev, "lender")).to.be.above(profitOf(alone.mev, "lender"));
    expect(profitOf(alone.mev, "liquidator")).to.be.above(profitOf(rivals.mev, "liquidator"));
  });

  it("where nobody bids, nothing is liquidated", async () => {
    const none = await run("twin", { "agents.liquidators": 0 });
    expect(count(none.mev, "kick")).to.equal(0);
    expect(profitOf(none.mev, "lender")).to.equal(0);
  });
});

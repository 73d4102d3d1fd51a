import { expect } from "chai";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { type Call, intent } from "../lending/draw-call.ts";
import { newLendingWorld, stepLending } from "../lending/lending-run.ts";
import { type LendingOnChain, openLending, type Sent } from "./lending-on-chain.ts";

const SEQUENCES = 20;
/** Calls of a sequence: any number up to it, so that a failure can be made small. */
const LONGEST = 150;
const SEED = Number(process.env["LENDING_SEED"] ?? Date.now() % 2 ** 31);

/** Every reason that a call can meet where tokens answer and an oracle has a price. */
const REASONS = [
  "LendingMarket_NoDebt",
  "LendingMarket_PositionExists",
  "LendingMarket_NoPosition",
  "LendingMarket_Unsafe",
  "LendingMarket_Safe",
  "LendingMarket_NoAuction",
  "LendingMarket_AuctionEnded",
  "LendingMarket_AuctionOpen",
  "LendingMarket_NotTheLot",
  "LendingMarket_AboveTab",
  "LendingMarket_BidTooLow",
  "LendingMarket_NotTheTab",
  "LendingMarket_LotTooLarge",
  "LendingMarket_NoBid",
  "LendingMarket_HasBid",
  "FeedOracle_NotKeeper",
  "FixedSupplyToken_InsufficientBalance",
  `0x4e487b71${"11".padStart(64, "0")}`,
  "",
];

describe("bytecode: the lending market and its model, call by call", () => {
  let on: LendingOnChain;
  before(async () => {
    on = await openLending();
  });
  after(() => on.chain.close());

  it(`sequences of random calls agree in reasons, transfers, balances and state (seed ${SEED})`, async function () {
    // A failure is made small, which takes many runs.
    this.timeout(600_000);
    const outcomes = new Map<string, number>();
    let snapshot = await on.chain.request("evm_snapshot");
    const start = await on.now();
    await fc.assert(
      fc.asyncProperty(fc.noBias(fc.array(intent, { maxLength: LONGEST, size: "max" })), async (intents) => {
        await on.chain.request("evm_revert", snapshot);
        snapshot = await on.chain.request("evm_snapshot");
        let world = newLendingWorld(start);
        for (const each of intents) {
          const { world: next, call, movements, reason } = stepLending(world, each);
          world = next;
          const sent = await sendCall(on, world.time, call);
          const where = JSON.stringify(call, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
          expect(sent.reason, where).to.equal(reason);
          expect(sent.movements, where).to.deep.equal(movements);
          expect(await on.balances(), where).to.deep.equal(world.balances);
          if (reason === undefined) expect(await on.state(), where).to.deep.equal(world.state);
          const outcome = reason ?? call.name;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
        expect(await on.state()).to.deep.equal(world.state);
      }),
      { seed: SEED, numRuns: SEQUENCES },
    );
    expect([...outcomes.keys()]).to.include.members([...REASONS, "poke", "open", "kick", "bid", "settle", "restart"]);
  });
});

async function sendCall(on: LendingOnChain, time: number, call: Call): Promise<Sent> {
  const { feed, market } = on;
  const { from, name } = call;
  switch (name) {
    case "poke":
      return on.send(time, from, feed, name, call.priceE8);
    case "open":
      return on.send(time, from, market, name, on.addressOf(call.borrower), call.collateral, call.debt);
    case "kick":
      return on.send(time, from, market, name, on.addressOf(call.borrower));
    case "bid":
      return on.send(time, from, market, name, call.id, call.lot, call.amount);
    case "settle":
    case "restart":
      return on.send(time, from, market, name, call.id);
  }
}

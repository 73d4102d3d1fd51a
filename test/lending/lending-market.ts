import { expect } from "chai";
import fc from "fast-check";
import { beforeEach, describe, it } from "mocha";
import type { AccountId, LendingTerms } from "../../src/core/words.ts";
import { LENDER, LENDING_MARKET } from "../../src/core/account-names.ts";
import { bid, emptyLendingMarket, kick, open, restart, settle } from "../../src/lending/lending-market.ts";
import type { LendingState, Movement } from "../../src/lending/lending-state.ts";
import { intent } from "./draw-call.ts";
import { newLendingWorld, stepLending } from "./lending-run.ts";
import { ACCOUNTS, STOCK, TERMS, WALLETS } from "./scene.ts";

const ether = 10n ** 18n;
const dollar = 10n ** 6n;
const at200 = 200n * 10n ** 8n;
const noon = 1_584_014_400;
/** 100 WETH at 200 USDC, and the most that they carry. */
const position = { collateral: 100n * ether, debt: 13_333_333_333n };
/** 13 % of the debt are 1,733,333,333.29 units. */
const tab = position.debt + 1_733_333_334n;

/** The message of what is thrown, or undefined. */
function reasonOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The position opened and kicked; auction 1. */
function kicked(terms: LendingTerms = TERMS, { collateral, debt } = position): LendingState {
  const priceE8 = (debt * 15n * 10n ** 19n + collateral - 1n) / collateral;
  const opened = open(emptyLendingMarket, terms, { from: "borrower", priceE8 }, "borrower", { collateral, debt });
  return kick(opened.state, terms, { time: noon, priceE8: priceE8 - 1n }, "borrower").state;
}

describe("lending/lending-market", () => {
  let state: LendingState;
  beforeEach(() => {
    state = kicked();
  });
  const offer = (from: AccountId, lot: bigint, amount: bigint, time = noon): readonly Movement[] => {
    const change = bid(state, TERMS, { from, time }, 1, lot, amount);
    state = change.state;
    return change.movements;
  };

  it("moves collateral in and the loan out, and not a unit more than the ratio allows", () => {
    const { state: opened, movements } = open(emptyLendingMarket, TERMS, { from: "friend", priceE8: at200 }, "borrower", position);
    expect(opened.positions.get("borrower")).to.deep.equal(position);
    expect(movements).to.deep.equal([
      { asset: "base", from: "friend", to: LENDING_MARKET, amount: position.collateral },
      { asset: "quote", from: LENDER, to: "borrower", amount: position.debt },
    ]);
    const more = { ...position, debt: position.debt + 1n };
    const reason = reasonOf(() => open(emptyLendingMarket, TERMS, { from: "friend", priceE8: at200 }, "borrower", more));
    expect(reason).to.equal("LendingMarket_Unsafe");
  });

  it("puts the whole position up for sale, with the penalty rounded up", () => {
    const auction = { ...position, borrower: "borrower", tab, winner: null, lot: position.collateral, bid: 0n };
    expect(state.auctions.get(1)).to.deep.equal({ ...auction, startedAt: noon, endsAt: noon + 21_600 });
    expect(state.positions.size).to.equal(0);
    expect(state.nextId).to.equal(2);
  });

  it("answers the bids of Maker's own test as Maker does (makerdao/dss, src/test/flip.t.sol, test_beg)", () => {
    const terms = { ...TERMS, penaltyPpm: 0, minIncreasePpm: 50_000 };
    let auctioned = kicked(terms, { collateral: 100n * ether, debt: 50n * dollar });
    const answers = (
      [
        ["ali", 100, 1],
        ["bob", 100, 1.01],
        ["ali", 100, 1.01],
        ["bob", 100, 1.07],
        ["ali", 100, 49],
        ["bob", 100, 50],
        ["ali", 100, 50],
        ["ali", 99, 50],
        ["ali", 95, 50],
      ] as const
    ).map(([from, lot, amount]) =>
      reasonOf(() => {
        const units = [BigInt(lot) * ether, BigInt(Math.round(amount * 1e6))] as const;
        auctioned = bid(auctioned, terms, { from, time: noon }, 1, ...units).state;
      }),
    );
    const [tooLow, tooLarge] = ["LendingMarket_BidTooLow", "LendingMarket_LotTooLarge"];
    expect(answers).to.deep.equal([undefined, tooLow, tooLow, undefined, undefined, undefined, tooLarge, tooLarge, undefined]);
  });

  it("gives the bidder before his money back, also when he outbids himself", () => {
    expect(offer("alice", position.collateral, 7n)).to.deep.equal([{ asset: "quote", from: "alice", to: LENDING_MARKET, amount: 7n }]);
    expect(offer("alice", position.collateral, 8n)).to.deep.equal([
      { asset: "quote", from: "alice", to: LENDING_MARKET, amount: 8n },
      { asset: "quote", from: LENDING_MARKET, to: "alice", amount: 7n },
    ]);
  });

  it("gives each bid ten minutes and the auction six hours", () => {
    offer("alice", position.collateral, 1n, noon + 100);
    expect(state.auctions.get(1)?.endsAt).to.equal(noon + 700);
    offer("bob", position.collateral, 2n, noon + 699);
    expect(reasonOf(() => offer("alice", position.collateral, 3n, noon + 1_299))).to.equal("LendingMarket_AuctionEnded");
    state = kicked();
    offer("alice", position.collateral, 1n, noon + 21_599);
    expect(state.auctions.get(1)?.endsAt).to.equal(noon + 21_600);
  });

  it("won for one unit, the lender is paid one unit for the whole debt", () => {
    offer("alice", position.collateral, 1n);
    const { state: settled, movements } = settle(state, { time: noon + 600 }, 1);
    expect(movements).to.deep.equal([
      { asset: "base", from: LENDING_MARKET, to: "alice", amount: position.collateral },
      { asset: "quote", from: LENDING_MARKET, to: LENDER, amount: 1n },
    ]);
    expect(settled.auctions.size).to.equal(0);
    expect(reasonOf(() => settle(settled, { time: noon + 600 }, 1))).to.equal("LendingMarket_NoAuction");
  });

  it("won for the tab, the lender has the penalty and the borrower what is left of the collateral", () => {
    offer("alice", position.collateral, tab);
    offer("bob", 80n * ether, tab);
    expect(settle(state, { time: noon + 600 }, 1).movements).to.deep.equal([
      { asset: "base", from: LENDING_MARKET, to: "bob", amount: 80n * ether },
      { asset: "base", from: LENDING_MARKET, to: "borrower", amount: 20n * ether },
      { asset: "quote", from: LENDING_MARKET, to: LENDER, amount: tab },
    ]);
  });

  it("begins an auction again that nobody bid in, and no other", () => {
    expect(reasonOf(() => restart(state, TERMS, { time: noon + 21_599 }, 1))).to.equal("LendingMarket_AuctionOpen");
    expect(reasonOf(() => settle(state, { time: noon + 21_600 }, 1))).to.equal("LendingMarket_NoBid");
    const { state: again } = restart(state, TERMS, { time: noon + 21_600 }, 1);
    expect(again.auctions.get(1)).to.deep.equal({ ...state.auctions.get(1), startedAt: noon + 21_600, endsAt: noon + 43_200 });
    offer("alice", position.collateral, 1n);
    expect(reasonOf(() => restart(state, TERMS, { time: noon + 600 }, 1))).to.equal("LendingMarket_HasBid");
  });

  it("whatever is called, it holds exactly its collateral and its bids, and the sum of all accounts never changes", () => {
    // What the market borrows of itself would be its own beside these.
    const calls = intent.filter(({ wish }) => !(wish.name === "open" && wish.borrower === LENDING_MARKET));
    fc.assert(
      fc.property(fc.array(calls, { maxLength: 150, size: "max" }), (intents) => {
        let world = newLendingWorld(noon);
        for (const each of intents) {
          world = stepLending(world, each).world;
          const { positions, auctions } = world.state;
          const sales = [...auctions.values()];
          expect(world.balances.get(LENDING_MARKET)).to.deep.equal({
            base: [...positions.values(), ...sales].reduce((sum, { collateral }) => sum + collateral, 0n),
            quote: sales.reduce((sum, sale) => sum + sale.bid, 0n),
          });
          for (const asset of ["base", "quote"] as const) {
            const sum = ACCOUNTS.reduce((total, account) => total + world.balances.get(account)![asset], 0n);
            expect(sum).to.equal(BigInt(WALLETS.length) * STOCK[asset]);
          }
          for (const { lot, bid: best, tab: wanted, debt, startedAt, endsAt, collateral } of sales) {
            expect(best <= wanted && wanted >= debt && lot <= collateral && (best === wanted || lot === collateral)).to.equal(true);
            expect(endsAt).to.be.within(startedAt, startedAt + TERMS.auctionSeconds);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

import { LENDER } from "../core/account-names.ts";
import type { LendingEffect } from "../core/reported-effects.ts";
import type { AccountId, PokedEffect } from "../core/words.ts";
import type { Auction, LendingState } from "../lending/lending-state.ts";
import { type Posting, transferPostings } from "./accounts.ts";
import type { LendingBook, LendingEntry } from "./lending-entries.ts";

/** What an event of the lending market or its oracle says that has changed; the tokens that moved report themselves. */
export function reportedLending(effect: LendingEffect | PokedEffect, book: LendingBook, time: number): LendingEntry {
  if (effect.type === "poked") return { book: { ...book, price: effect.price }, postings: [], settled: null };
  const { state, genesis } = book;
  const { auctionSeconds, bidSeconds } = genesis.terms;
  const running = { startedAt: time, endsAt: time + auctionSeconds };
  const changed = (change: Partial<LendingState>): LendingEntry => ({
    book: { ...book, state: { ...state, ...change } },
    postings: [],
    settled: null,
  });
  switch (effect.event) {
    case "opened": {
      const { borrower, collateral, debt } = effect;
      const opened = changed({ positions: new Map(state.positions).set(borrower, { collateral, debt }) });
      return { ...opened, postings: owed(borrower, debt) };
    }
    case "kicked": {
      const { auction: id, borrower, tab } = effect;
      const positions = new Map(state.positions);
      const position = positions.get(borrower) ?? { collateral: 0n, debt: 0n };
      positions.delete(borrower);
      const auction: Auction = { ...position, borrower, tab, winner: null, lot: position.collateral, bid: 0n, ...running };
      return changed({ positions, auctions: new Map(state.auctions).set(id, auction), nextId: id + 1 });
    }
    case "bid": {
      const { auction: id, bidder: winner, lot, amount } = effect;
      return withAuction(id, (auction) => {
        const endsAt = Math.min(time + bidSeconds, auction.startedAt + auctionSeconds);
        return { ...auction, winner, lot, bid: amount, endsAt };
      });
    }
    case "restarted":
      return withAuction(effect.auction, (auction) => ({ ...auction, ...running }));
    case "settled": {
      const auctions = new Map(state.auctions);
      const settled = auctions.get(effect.auction) ?? null;
      auctions.delete(effect.auction);
      return { ...changed({ auctions }), postings: settled === null ? [] : owed(settled.borrower, -settled.debt), settled };
    }
  }

  function withAuction(id: number, change: (auction: Auction) => Auction): LendingEntry {
    const auction = state.auctions.get(id);
    return auction === undefined ? changed({}) : changed({ auctions: new Map(state.auctions).set(id, change(auction)) });
  }
}

/** A debt that begins, or, where it is negative, ends. */
function owed(borrower: AccountId, debt: bigint): readonly Posting[] {
  const inBooks = (account: AccountId): { readonly account: AccountId; readonly place: "credit" } => ({ account, place: "credit" });
  return transferPostings(inBooks(borrower), inBooks(LENDER), "quote", debt);
}

import { LENDER } from "../core/account-names.ts";
import type { AccountId, Action, LendingGenesis, PoolState, PriceE8, Tx } from "../core/words.ts";
import { bid, kick, type LendingChange, marketWith, restart, settle } from "../lending/lending-market.ts";
import type { Auction, LendingState } from "../lending/lending-state.ts";
import { spotPriceE8 } from "../lending/oracle-price.ts";
import { type Posting, transferPostings } from "./accounts.ts";

/** The lending market as the ledger predicts it. */
export interface LendingBook {
  readonly genesis: LendingGenesis;
  readonly state: LendingState;
  /** What the oracle says; one that reads the pool's spot price says what it reads. */
  readonly price: PriceE8;
}

export type LendingAction = Extract<Action, { kind: "kick" | "bid" | "settle" | "restart" }>;

/** What a call of the lending market changes. */
export interface LendingEntry {
  readonly book: LendingBook;
  readonly postings: readonly Posting[];
  /** The auction that it ended. */
  readonly settled: Auction | null;
}

/** The market before the first block. */
export function openLendingBook(genesis: LendingGenesis): LendingBook {
  return { genesis, state: marketWith(genesis.positions), price: genesis.firstPrice };
}

/** What the market's oracle says now. */
export function oraclePrice({ genesis, price }: LendingBook, pool: PoolState): PriceE8 {
  return genesis.oracle === "pool-spot" ? spotPriceE8(pool) : price;
}

/**
 * What a successful call does, from the market's own arithmetic. A settled auction ends the claim of the lender on its borrower, whatever it brought.
 *
 * @param time unix seconds of the block
 * @throws Refusal where the market's model would have refused it
 */
export function predictLending(
  { from }: Pick<Tx, "from">,
  action: LendingAction,
  book: LendingBook,
  pool: PoolState,
  time: number,
): LendingEntry {
  const { state, movements } = changeOf(from, action, book, pool, time);
  const settled = action.kind === "settle" ? (book.state.auctions.get(action.auction) ?? null) : null;
  const moved = movements.flatMap((each) => transferPostings(onChain(each.from), onChain(each.to), each.asset, each.amount));
  return { book: { ...book, state }, postings: [...moved, ...(settled === null ? [] : forgiven(settled))], settled };
}

function changeOf(from: AccountId, action: LendingAction, { genesis, ...book }: LendingBook, pool: PoolState, time: number): LendingChange {
  const { state } = book;
  const { terms } = genesis;
  switch (action.kind) {
    case "kick":
      return kick(state, terms, { time, priceE8: oraclePrice({ genesis, ...book }, pool) }, action.borrower);
    case "bid":
      return bid(state, terms, { from, time }, action.auction, action.lot, action.amount);
    case "settle":
      return settle(state, { time }, action.auction);
    case "restart":
      return restart(state, terms, { time }, action.auction);
  }
}

/** The debt is no longer owed. */
function forgiven({ borrower, debt }: Auction): readonly Posting[] {
  const inBooks = (account: AccountId): { readonly account: AccountId; readonly place: "credit" } => ({ account, place: "credit" });
  return transferPostings(inBooks(LENDER), inBooks(borrower), "quote", debt);
}

function onChain(account: AccountId): { readonly account: AccountId; readonly place: "chain" } {
  return { account, place: "chain" };
}

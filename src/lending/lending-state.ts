import type { AccountId } from "../core/words.ts";

/** Collateral in base and debt in quote, smallest units. */
export interface Position {
  readonly collateral: bigint;
  readonly debt: bigint;
}

/** A position for sale. */
export interface Auction extends Position {
  readonly borrower: AccountId;
  /** Quote wanted: debt and penalty. */
  readonly tab: bigint;
  /** Best bidder so far; null before the first bid. */
  readonly winner: AccountId | null;
  /** Base that the best bidder takes; all of it before the first bid. */
  readonly lot: bigint;
  /** Quote that the best bidder has paid. */
  readonly bid: bigint;
  /** Unix seconds. */
  readonly startedAt: number;
  /** Unix seconds, the first at which no bid is taken. */
  readonly endsAt: number;
}

/** What the market remembers, apart from its tokens. */
export interface LendingState {
  readonly positions: ReadonlyMap<AccountId, Position>;
  /** Those not settled, by id. */
  readonly auctions: ReadonlyMap<number, Auction>;
  /** The auction that the next kick begins. */
  readonly nextId: number;
}

/** Tokens that a call moves, smallest units. */
export interface Movement {
  readonly asset: "base" | "quote";
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
}

import type { AccountId, Action, Asset, Bid, LendingTerms, OracleName, Place, PoolState, PriceE8, Tx } from "../core/words.ts";
import type { LendingState } from "../lending/lending-state.ts";

/** A lending market as everybody can read it. */
export interface SeenLending {
  readonly state: LendingState;
  readonly terms: LendingTerms;
  readonly oracle: OracleName;
  readonly price: PriceE8;
}

/** What a participant knows when it decides, before the block is built: nothing of the block itself, nothing of other accounts' plans. */
export interface View {
  /** The block that is being built. */
  readonly block: number;
  /** Its timestamp, unix seconds. */
  readonly time: number;
  /** Since the block before. */
  readonly seconds: number;
  /** Reference price so many blocks ago; 0 is now. */
  readonly price: (latency: number) => PriceE8;
  /** The pool as last mined. */
  readonly pool: PoolState;
  /** The second pool of the same tokens, where there is one, as last mined. */
  readonly sidePool: PoolState | null;
  /** The lending market as last mined, and what its oracle says then; null where there is none. */
  readonly lending: SeenLending | null;
  /** Public mempool, and what is one's own in the private one. */
  readonly pending: readonly Tx[];
  /** Whether the builder takes bundles. */
  readonly takesBundles: boolean;
  /** Whether a higher price buys an earlier place in the block. */
  readonly isByPrice: boolean;
  /** Price of gas below which nothing was in the last block, wei. */
  readonly floor: bigint;
  /** Burned a unit of gas in the block that is being built, wei. */
  readonly baseFee: bigint;
  /** A bid between the 30th (0) and the 90th (1) percentile of gas prices, as last seen. */
  readonly bid: (quantile: number) => Bid;
  /** The least bid that replaces a pending transaction and is no lower than `bid`. */
  readonly raise: (tx: Tx, bid: Bid) => Bid;
  readonly scheduledGas: (action: Action) => number;
  readonly balance: (account: AccountId, place: Place, asset: Asset) => bigint;
  /** True while a transfer of this asset between the places is under way for the account. */
  readonly inTransit: (account: AccountId, asset: "base" | "quote") => boolean;
  /** Volatility of the last hour over the usual one. */
  readonly volatilityRatio: number;
}

/** A transaction that is to be made for a bundle. */
export interface Draft {
  readonly action: Action;
  readonly bid: Bid;
}

/** What a participant wants done; the engine does it, participants never touch state. */
export type Order =
  | { readonly type: "send"; readonly from: AccountId; readonly action: Action; readonly bid: Bid; readonly isPrivate?: true }
  /** Own transactions, and pending ones of others, for the block that is being built. */
  | { readonly type: "bundle"; readonly from: AccountId; readonly txs: readonly (Draft | Tx)[] }
  | { readonly type: "replace"; readonly tx: Tx; readonly action: Action; readonly bid: Bid }
  | { readonly type: "to-chain"; readonly account: AccountId; readonly asset: "base" | "quote"; readonly amount: bigint }
  | { readonly type: "unaffordable"; readonly account: AccountId; readonly count: number };

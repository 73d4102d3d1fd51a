import type { EtherEffect, LendingEffect, SyncEffect, TokenAmounts, WrapEffect } from "./reported-effects.ts";

/**
 * The words of the testbed: types only, no behaviour.
 *
 * `base` is the risky token (WETH, 18 decimals), `quote` the numeraire (USDC, 6 decimals), `gas` is ETH, which pays for blocks and is worth as
 * much as base, and `liquidity` the pool's own token. Amounts are `bigint` in the asset's smallest unit; model numbers are `number`.
 */

/** What can be held on the chain. */
export type Asset = "base" | "quote" | "liquidity" | "gas";

/** A price in quote per base, times 10^8, as an integer. */
export type PriceE8 = bigint;

/** A value in quote, times 10^26: exact for every integer amount at every integer price. */
export type Value = bigint;

/** Direction of a swap, seen from who pays: sell base to the pool, or buy base from it. */
export type Side = "sell" | "buy";

/** A pool, by the account of its pair: the one that the run is about, and a second one of the same tokens where there is one. */
export type PoolId = "pair" | "side-pair";

/** Name of an account's role on chain, such as `arbitrageur-1`, `pair` or `coinbase`; never an address. */
export type AccountId = string;

/** Who sent a transaction, by kind of participant: the sender's own name for itself. */
export type Sender =
  | "arbitrageur"
  | "trader"
  | "bridge"
  | "liquidity-provider"
  | "cross-pool-arbitrageur"
  | "sandwicher"
  | "back-runner"
  | "liquidator"
  | "oracle"
  | "pool-hedger"
  | "visitor";

/** What a swap did on chain, whoever sent it. */
export type Effect = "toward-reference" | "away-from-reference";

/** What a transaction asks the chain to do. */
export type Action =
  | {
      readonly kind: "arbitrage";
      readonly side: Side;
      readonly amountIn: bigint;
      readonly minAmountOut: bigint;
      /** Paid to the block's builder beside gas, if the swap succeeds, wei; absent is nothing. */
      readonly payment?: bigint;
    }
  | {
      readonly kind: "flash-arbitrage";
      /** The pool that lends base, by a flash swap; the other buys it. */
      readonly cheap: PoolId;
      readonly base: bigint;
      /** Least acceptable profit, in quote. */
      readonly minProfit: bigint;
      readonly payment?: bigint;
    }
  | { readonly kind: "withdraw"; readonly asset: "base" | "quote"; readonly amount: bigint }
  | { readonly kind: "trade"; readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint; readonly deadline: number }
  | { readonly kind: "transfer"; readonly asset: "base" | "quote"; readonly to: AccountId; readonly amount: bigint }
  | { readonly kind: "cancel" }
  /** Tells the lending market's oracle a price. */
  | { readonly kind: "poke"; readonly price: PriceE8 }
  /** Lets the oracle read the pool's average. */
  | { readonly kind: "observe" }
  /** Puts the collateral of an unsafe position up for auction. */
  | { readonly kind: "kick"; readonly borrower: AccountId }
  /** Bids quote for base in an auction of collateral. */
  | { readonly kind: "bid"; readonly auction: number; readonly lot: bigint; readonly amount: bigint }
  /** Ends an auction that had a bid; begins one again that had none. */
  | { readonly kind: "settle" | "restart"; readonly auction: number }
  | { readonly kind: "add-liquidity"; readonly base: bigint; readonly quote: bigint; readonly deadline: number }
  | { readonly kind: "remove-liquidity"; readonly liquidity: bigint; readonly deadline: number }
  /** Whatever a visitor has signed: its bytes and hash as hexadecimal text, the gas limit and wei that it carries. */
  | { readonly kind: "raw"; readonly raw: string; readonly hash: string; readonly gasLimit: number; readonly value: bigint };

/** Kind of a transaction, the unit of the gas schedule. */
export type TxKind = Action["kind"];

/** A transaction as the mempool knows it. */
export interface Tx {
  /** Unique in a run, in order of submission. */
  readonly id: number;
  readonly from: AccountId;
  readonly sender: Sender;
  readonly nonce: number;
  readonly action: Action;
  /** Most that is paid for a unit of gas, wei; before EIP-1559 the gas price itself. */
  readonly maxFeePerGas: bigint;
  /** Most of it that goes to the block's builder, wei; before EIP-1559 equal to `maxFeePerGas`. */
  readonly maxPriorityFeePerGas: bigint;
  /** Block whose building it was first offered to; a replacement keeps it. */
  readonly submitted: number;
  /** Block at which its present fees were set. */
  readonly priced: number;
  /** Set where it went to the builder alone, and nobody else sees it. */
  readonly isPrivate?: true;
}

/**
 * Transactions that are to stand in a block together, in this order, or not at all: the sender's own, which nobody else sees, and around them
 * public ones of others. One that is left out pays nothing.
 */
export interface Bundle {
  /** Unique in a run, in order of submission. */
  readonly id: number;
  readonly from: AccountId;
  readonly sender: Sender;
  readonly txs: readonly Tx[];
  /** Ids of those that may be reverted without the bundle being void. */
  readonly mayRevert: readonly number[];
  /** The one block that it is for. */
  readonly block: number;
}

/** What a sender offers for a unit of gas, wei. */
export interface Bid {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
  /** What it expects to pay in the end. */
  readonly expected: bigint;
}

/** Where an account stands: on the chain, at the reference market, or in the books of the lender, where a debt is negative. */
export type Place = "chain" | "reference" | "credit";

/** What the protocol says of a block before it is built. */
export interface BlockEnv {
  /** Height from the start of the run; the first block is 1. */
  readonly number: number;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Wei a unit of gas that is burned; 0 before EIP-1559. */
  readonly baseFee: bigint;
}

/** A swap as the pair's own event reports it, seen from the pool: what it received and what it paid. */
export interface SwapEffect {
  readonly type: "swap";
  /** Absent where it is the pool that the run is about. */
  readonly pool?: "side-pair";
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  /** All four amounts of the event, where the venue decodes in full. */
  readonly amounts?: { readonly paidIn: TokenAmounts; readonly paidOut: TokenAmounts };
}

/** A token transfer as the token's event reports it. */
export interface TransferEffect {
  readonly type: "transfer";
  readonly asset: "base" | "quote" | "liquidity";
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
}

/** The price that the lending market's oracle has from now on. */
export interface PokedEffect {
  readonly type: "poked";
  readonly price: PriceE8;
}

/** The last four only where the venue decodes in full. */
export type ChainEffect = SwapEffect | TransferEffect | PokedEffect | SyncEffect | WrapEffect | EtherEffect | LendingEffect;

/** What became of a transaction in a block. */
export interface Outcome {
  readonly tx: Tx;
  readonly success: boolean;
  /** Why it was reverted, in the contract's own words; absent on success. */
  readonly reason?: string;
  /** Gas as the venue measured it. */
  readonly gasUsed: bigint;
  readonly effects: readonly ChainEffect[];
}

/** What a pool keeps of a swap, as a fraction in lowest terms: of `whole` parts paid in, `kept` are traded. */
export interface SwapFee {
  readonly kept: bigint;
  readonly whole: bigint;
}

/** Integer state of a constant-product pool. */
export interface PoolState {
  readonly base: bigint;
  readonly quote: bigint;
  /** Supply of the liquidity token. */
  readonly supply: bigint;
  /** Absent where it is the published pair's, 997 of 1000. */
  readonly fee?: SwapFee;
}

/** Holdings of every account as the venue reports them. */
export interface VenueState {
  readonly pool: PoolState;
  readonly balances: ReadonlyMap<AccountId, Readonly<Record<Asset, bigint>>>;
}

export type MaybePromise<T> = T | Promise<T>;

/** What became of transactions that were tried. */
export interface Tried {
  /** True when the trial goes on from the state after them. */
  readonly isKept: boolean;
  /** Ids of those that were reverted. */
  readonly reverted: readonly number[];
}

/** A block in the making: transactions are tried on the state that they will meet, and nothing of it lasts. */
export interface Trial {
  /**
   * Tries transactions after those that were kept before. They are kept when none is reverted but those named.
   *
   * @param mayRevert ids of transactions
   */
  attempt(txs: readonly Tx[], mayRevert?: readonly number[]): MaybePromise<Tried>;
  /** Tries transactions after those that were kept, and keeps none. */
  dry(txs: readonly Tx[]): MaybePromise<readonly Outcome[]>;
  /** Takes everything back. The venue executes nothing before. */
  close(): MaybePromise<void>;
}

/** Where ordered blocks are executed: a chain, or its twin. Ordering, nonces and fees are decided before. */
export interface Venue {
  /** Name for the last key of the result. */
  readonly name: string;
  /** Everything as of the last executed block. */
  state(): MaybePromise<VenueState>;
  /** Begins to try out what a block with these facts would do; one trial at a time. */
  trial(env: BlockEnv): MaybePromise<Trial>;
  /** Executes a block exactly in this order. */
  execute(env: BlockEnv, ordered: readonly Tx[]): MaybePromise<readonly Outcome[]>;
  /** What an exact input would bring now, 0 where nothing can be said; only where the pool is one of a user's own. */
  quote?(side: Side, amountIn: bigint): MaybePromise<bigint>;
  /** Facts about the engine that are not part of the comparison, such as hashes. */
  facts(): MaybePromise<Readonly<Record<string, string | number>>>;
  /** Frees what the venue owns. */
  close(): MaybePromise<void>;
}

/** What an account holds when the run starts. */
export interface Endowment {
  readonly account: AccountId;
  /** `wallet` can sign; `executor` and `flash-executor` are contracts owned by the wallet named in `owner`. */
  readonly type: "wallet" | "executor" | "flash-executor";
  readonly owner?: AccountId;
  readonly base: bigint;
  readonly quote: bigint;
  readonly gas: bigint;
}

/** Whose price a lending market believes: the reference market's as its keeper posts it, the pool's now, or the pool's time-weighted average. */
export type OracleName = "reference" | "pool-spot" | "pool-average";

/** What a lending market is deployed with. */
export interface LendingTerms {
  /** Least value of collateral over debt, in parts of 10^6. */
  readonly liquidationRatioPpm: number;
  /** What the tab adds to the debt, in parts of 10^6 of it. */
  readonly penaltyPpm: number;
  /** By how much a bid must better the last, in parts of 10^6. */
  readonly minIncreasePpm: number;
  /** How long a bid must stand to win. */
  readonly bidSeconds: number;
  /** How long an auction takes at most. */
  readonly auctionSeconds: number;
}

/** A lending market before the first block. */
export interface LendingGenesis {
  readonly terms: LendingTerms;
  readonly oracle: OracleName;
  /** Shortest window of the pool's average, seconds. */
  readonly oracleSeconds: number;
  /** What the oracle says first; one that reads the pool says what it reads. */
  readonly firstPrice: PriceE8;
  /** Base that secures quote, smallest units. */
  readonly positions: readonly { readonly borrower: AccountId; readonly collateral: bigint; readonly debt: bigint }[];
}

/** The whole chain before the first block. */
export interface Genesis {
  /** Unix seconds of the state before the first block. */
  readonly timestamp: number;
  readonly pool: { readonly base: bigint; readonly quote: bigint; readonly fee?: SwapFee };
  /** Reserves of the second pool of the same tokens, where there is one; its liquidity is locked. */
  readonly sidePool: { readonly base: bigint; readonly quote: bigint } | null;
  readonly lending: LendingGenesis | null;
  /** Share of the first liquidity that belongs to `lp`, in parts of 10^6; the rest belongs to `other-lps`. */
  readonly lpSharePpm: number;
  readonly endowments: readonly Endowment[];
}

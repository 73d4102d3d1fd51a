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

/** Name of an account's role on chain, such as `arbitrageur-1`, `pair` or `coinbase`; never an address. */
export type AccountId = string;

/** Who sent a transaction, by kind of participant. */
export type Sender = "arbitrageur" | "trader" | "bridge" | "liquidity-provider";

/** What a swap did on chain, whoever sent it. */
export type Effect = "toward-reference" | "away-from-reference";

/** Kind of a transaction, the unit of the gas schedule. */
export type TxKind = "arbitrage" | "withdraw" | "trade" | "transfer" | "cancel" | "add-liquidity" | "remove-liquidity";

/** What a transaction asks the chain to do. */
export type Action =
  | { readonly kind: "arbitrage"; readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint }
  | { readonly kind: "withdraw"; readonly asset: "base" | "quote"; readonly amount: bigint }
  | { readonly kind: "trade"; readonly side: Side; readonly amountIn: bigint; readonly minAmountOut: bigint; readonly deadline: number }
  | { readonly kind: "transfer"; readonly asset: "base" | "quote"; readonly to: AccountId; readonly amount: bigint }
  | { readonly kind: "cancel" }
  | { readonly kind: "add-liquidity"; readonly base: bigint; readonly quote: bigint; readonly deadline: number }
  | { readonly kind: "remove-liquidity"; readonly liquidity: bigint; readonly deadline: number };

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
}

/** What a sender offers for a unit of gas, wei. */
export interface Bid {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
  /** What it expects to pay in the end. */
  readonly expected: bigint;
}

/** Where an account stands: on the chain, or at the reference market. */
export type Place = "chain" | "reference";

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
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
}

/** A token transfer as the token's event reports it. */
export interface TransferEffect {
  readonly type: "transfer";
  readonly asset: "base" | "quote" | "liquidity";
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
}

export type ChainEffect = SwapEffect | TransferEffect;

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

/** Where ordered blocks are executed: a chain, or later its twin. Ordering, nonces and fees are decided before. */
export interface Venue {
  /** Name for the last key of the result. */
  readonly name: string;
  /** Everything as of the last executed block. */
  state(): MaybePromise<VenueState>;
  /** Executes a block exactly in this order. */
  execute(env: BlockEnv, ordered: readonly Tx[]): MaybePromise<readonly Outcome[]>;
  /** Facts about the engine that are not part of the comparison, such as hashes. */
  facts(): MaybePromise<Readonly<Record<string, string | number>>>;
  /** Frees what the venue owns. */
  close(): MaybePromise<void>;
}

/** What an account holds when the run starts. */
export interface Endowment {
  readonly account: AccountId;
  /** `wallet` can sign; `executor` is a contract owned by the wallet named in `owner`. */
  readonly type: "wallet" | "executor";
  readonly owner?: AccountId;
  readonly base: bigint;
  readonly quote: bigint;
  readonly gas: bigint;
}

/** The whole chain before the first block. */
export interface Genesis {
  /** Unix seconds of the state before the first block. */
  readonly timestamp: number;
  readonly pool: { readonly base: bigint; readonly quote: bigint; readonly fee?: SwapFee };
  /** Share of the first liquidity that belongs to `lp`, in parts of 10^6; the rest belongs to `other-lps`. */
  readonly lpSharePpm: number;
  readonly endowments: readonly Endowment[];
}

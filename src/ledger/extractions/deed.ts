import type { AccountId, PoolState, Side } from "../../core/words.ts";

/** A mined transaction as the MEV ledger sees it: what it did on chain, and beside it what its sender calls itself. */
export interface Deed {
  /** Place in the block. */
  readonly index: number;
  /** The wallet that sent it; its executor counts to it. */
  readonly account: AccountId;
  /** The sender's own name, such as `trader` or `sandwicher`; the classification never reads it. */
  readonly sender: string;
  readonly success: boolean;
  /** In the order in which they happened inside the transaction. */
  readonly swaps: readonly DeedSwap[];
  /** Seized collateral of a settled liquidation: base received, quote paid for it, and the debt in quote that it stood for. */
  readonly collateral: { readonly base: bigint; readonly paid: bigint; readonly debt: bigint } | null;
  /** Wei paid for gas, what was burned of it included. */
  readonly gasFee: bigint;
  /** Wei of the gas fee that was burned: the base fee. */
  readonly burned: bigint;
  /** Wei paid directly to the builder beside gas. */
  readonly payment: bigint;
}

/** A swap inside a transaction, seen from the pool as the pair's own event is: what it received, what it paid, and its reserves on either side. */
export interface DeedSwap {
  readonly pool: string;
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly before: PoolState;
  readonly after: PoolState;
}

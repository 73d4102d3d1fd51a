import type { Side } from "../../../../core/words.ts";
import type { LabWallet } from "../pool-lab.ts";

/** What can be done to a pool. The first of a sequence into an empty pool is a deposit, or a hostile one; what cannot be done at a moment does nothing. */
export const OPERATION_KINDS = [
  /** Through the router: a swap; as much of both as fits; liquidity back. */
  "swap",
  "deposit",
  "withdrawal",
  /** Around the router: both tokens in any proportion, then `mint`. */
  "uneven-deposit",
  /** Pays, and asks the pair for the very most that the stated fee allows. */
  "exact-swap",
  /** The same and one unit more. */
  "overdrawn-swap",
  /** Asks for what it would be worth without a fee. */
  "feeless-swap",
  /** Pays in a token and asks for one unit too much of the same. */
  "same-token-swap",
  /** Asks, and pays nothing: a flash swap without anybody to call back. */
  "unpaid-swap",
  "donation",
  "skim",
  "sync",
  /** There and back again, in one block. */
  "round-trip",
  "deposit-and-withdrawal",
  "uneven-deposit-and-withdrawal",
  /** Into an empty pool: the least liquidity that the pair gives, then a donation; another wallet deposits and takes everything back. */
  "hostile-first-deposit",
  "wait",
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** One of a sequence, plain data. Amounts follow from the pool as it is found, so that a sequence means something without some of its operations. */
export interface PoolOperation {
  readonly kind: OperationKind;
  readonly who: LabWallet;
  /** Of a swap; a donation is of base for "sell". */
  readonly side: Side;
  /** Size in parts of 10^9 of the reserve, or of 10^12 of a wallet's stock where the pool is empty; from 1 to 9·10^8. */
  readonly parts: number;
  /** The same of quote, where base and quote are not bound to each other. */
  readonly quoteParts: number;
  /** After the block before; 0 is in the same block as the operation before. */
  readonly seconds: number;
}

import type { Random } from "../../core/random.ts";
import type { Tx } from "../../core/words.ts";

/** What a builder knows when it puts transactions in order. */
export interface OrderingMoment {
  /** Wei a unit of gas that is burned. */
  readonly baseFee: bigint;
  /** A stream of chance that nothing else draws from. */
  readonly random: Random;
}

/** How a builder orders a block: the policy alone. Nonces, gas and what a block must hold to are the builder's. */
export interface Ordering {
  /** Name for the settings and the result. */
  readonly name: string;
  /** Whether bundles are taken, and stand before the public transactions; without, nobody can be sure of an order. */
  readonly takesBundles: boolean;
  /** Whether a higher price buys an earlier place. */
  readonly isByPrice: boolean;
  /** What it counts of a transaction for a unit of gas, wei, base fee included: what is below the block's floor stays out. */
  readonly worth: (tx: Tx, baseFee: bigint) => bigint;
  /** The same transactions, best first. */
  readonly rank: (txs: readonly Tx[], moment: OrderingMoment) => readonly Tx[];
}

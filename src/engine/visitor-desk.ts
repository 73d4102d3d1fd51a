import type { Bid, BlockEnv, Bundle, PriceE8 } from "../core/words.ts";
import type { Mempool } from "../mempool/mempool.ts";

/** What visitors meet between two blocks. */
export interface Interval {
  /** Of the block that comes. */
  readonly env: BlockEnv;
  /** Since the block before. */
  readonly seconds: number;
  /** Reference price. */
  readonly price: PriceE8;
  /** With what the public has sent for this block. */
  readonly mempool: Mempool;
  /** What a transaction pays that wants to be in the next block soon. */
  readonly bid: Bid;
  /** Ids that are free, counted up from here. */
  readonly nextTxId: number;
  readonly nextBundleId: number;
}

/** What visitors want of the next block. */
export interface Offered {
  /** With what they have sent. */
  readonly mempool: Mempool;
  /** Of them, for this block. */
  readonly bundles: readonly Bundle[];
  /** How many they sent to the mempool, and how many of these in place of another. */
  readonly submitted: number;
  readonly replaced: number;
  readonly nextTxId: number;
  readonly nextBundleId: number;
}

/** Where bots from outside join a run: they act after the public and before the searchers, who see what they sent. */
export interface VisitorDesk {
  /** Settles when the time until the next block is over. */
  interval(interval: Interval): Promise<Offered>;
}

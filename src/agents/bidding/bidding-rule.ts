import type { Random } from "../../core/random.ts";

/** How a searcher decides what of an opportunity's value it offers the block's builder, and what it learns from that. */
export interface BiddingRule {
  /**
   * @param value what the opportunity is worth before the builder is paid, wei; at least 0
   * @returns the offer, wei, from 0 to `value`
   */
  readonly offer: (value: bigint, random: Random) => bigint;
  /** What became of its own offer: whether the bundle was in the block. It never learns what others offered. */
  readonly learn: (offer: bigint, value: bigint, won: boolean) => void;
}

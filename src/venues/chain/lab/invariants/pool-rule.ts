/** What is always true of a sound pool. */
export const POOL_RULES = [
  /** Every swap pays the stated fee, by the pair's own product. */
  "product",
  /** The root of the product for each unit of liquidity never falls. */
  "share",
  /** The pair holds its reserves. */
  "reserves",
  /** Tokens are neither lost nor made, and the router keeps none. */
  "conservation",
  /** Price accumulators move once a block, by the price before it. */
  "accumulators",
  /** Nobody gains by going there and back. */
  "gain",
  /** Nobody is robbed by who deposited first. */
  "first-deposit",
  /** What is quoted is what a swap brings. */
  "quote",
] as const;
export type PoolRule = (typeof POOL_RULES)[number];

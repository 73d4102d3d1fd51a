/** A trade at the reference market as its account statement shows it, in the smallest units. */
export interface Fill {
  /** Bought; negative is sold. */
  readonly base: bigint;
  /** Paid before the rest; negative is received. */
  readonly quote: bigint;
  /** Spread and fee, never negative. */
  readonly cost: bigint;
  /** What its own size costs it beyond the price, never negative; who is on the other side has it. */
  readonly impact: bigint;
}

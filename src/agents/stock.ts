/** Stock that limits a trade: what can be paid on chain, and what can be paid at the reference market to close it. */
export interface Stock {
  readonly chainBase: bigint;
  readonly chainQuote: bigint;
  readonly referenceBase: bigint;
  readonly referenceQuote: bigint;
}

import type { BiddingRule } from "./bidding-rule.ts";

/** A share is taken in so many parts. */
const WHOLE = 1_000_000_000;

/**
 * Always offers the same share of the value, rounded down to a wei, and learns nothing.
 *
 * @param share from 0 to 1, taken to nine decimals
 */
export function fixedShare(share: number): BiddingRule {
  const parts = BigInt(Math.round(share * WHOLE));
  return {
    offer: (value) => (value * parts) / BigInt(WHOLE),
    learn: () => {},
  };
}

import type { Fill } from "../core/fill.ts";
import type { AccountId } from "../core/words.ts";
import { type Posting, transferPostings } from "./accounts.ts";

const REFERENCE_MARKET: AccountId = "reference-market";
const REFERENCE_FEES: AccountId = "reference-fees";
/** Bears what those who were closed by force could not pay. */
const REFERENCE_FUND: AccountId = "reference-fund";

/** Funding that who is on the other side pays, in the smallest unit of quote; negative is paid to it. */
export function fundingPostings(account: AccountId, received: bigint): readonly Posting[] {
  return quotePostings(REFERENCE_MARKET, account, received);
}

/** Variation margin of a future beyond the move of the price, in the smallest unit of quote; negative is paid to who is on the other side. */
export function basisPostings(account: AccountId, received: bigint): readonly Posting[] {
  return quotePostings(REFERENCE_MARKET, account, received);
}

/**
 * The end of a position that was closed by force, in the smallest unit of quote.
 *
 * @param fee for the closing
 * @param shortfall that the account cannot pay
 */
export function liquidationPostings(account: AccountId, fee: bigint, shortfall: bigint): readonly Posting[] {
  return [...quotePostings(account, REFERENCE_FEES, fee), ...quotePostings(REFERENCE_FUND, account, shortfall)];
}

function quotePostings(from: AccountId, to: AccountId, amount: bigint): readonly Posting[] {
  return transferPostings({ account: from, place: "reference" }, { account: to, place: "reference" }, "quote", amount);
}

/** A fill's effect on the account, on the market that is its other side, and on the account that collects the cost. */
export function fillPostings(account: AccountId, fill: Fill): readonly Posting[] {
  const at = (who: AccountId, asset: "base" | "quote", amount: bigint): Posting => ({ account: who, place: "reference", asset, amount });
  return [
    at(account, "base", fill.base),
    at(account, "quote", -fill.quote - fill.cost - fill.impact),
    at(REFERENCE_MARKET, "base", -fill.base),
    at(REFERENCE_MARKET, "quote", fill.quote + fill.impact),
    at(REFERENCE_FEES, "quote", fill.cost),
  ];
}

import type { AccountId } from "../core/words.ts";
import type { Posting } from "./accounts.ts";

const REFERENCE_MARKET: AccountId = "reference-market";
const REFERENCE_FEES: AccountId = "reference-fees";

/** A trade at the reference market as its account statement shows it. */
export interface Fill {
  /** Bought, in the smallest unit; negative is sold. */
  readonly base: bigint;
  /** Paid before the cost; negative is received. */
  readonly quote: bigint;
  /** Spread and fee, never negative. */
  readonly cost: bigint;
}

/** A fill's effect on the account, on the market that is its other side, and on the account that collects the cost. */
export function fillPostings(account: AccountId, fill: Fill): readonly Posting[] {
  const at = (who: AccountId, asset: "base" | "quote", amount: bigint): Posting => ({ account: who, place: "reference", asset, amount });
  return [
    at(account, "base", fill.base),
    at(account, "quote", -fill.quote - fill.cost),
    at(REFERENCE_MARKET, "base", -fill.base),
    at(REFERENCE_MARKET, "quote", fill.quote),
    at(REFERENCE_FEES, "quote", fill.cost),
  ];
}

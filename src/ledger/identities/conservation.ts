import { IdentityError } from "../../core/errors.ts";
import type { Asset, PriceE8, Value } from "../../core/words.ts";
import { valueAt } from "../../core/units.ts";
import { type Accounts, BURN } from "../accounts.ts";

/** What all accounts but the burn hold together, and what was burned. */
export interface Totals {
  readonly base: bigint;
  readonly quote: bigint;
  readonly liquidity: bigint;
  readonly gas: bigint;
  readonly burned: bigint;
}

export function totalsOf(accounts: Accounts): Totals {
  const sums: Record<Asset, bigint> = { base: 0n, quote: 0n, liquidity: 0n, gas: 0n };
  let burned = 0n;
  for (const { account, asset, amount } of accounts.all()) {
    if (account === BURN) burned += amount;
    else sums[asset] += amount;
  }
  return { ...sums, burned };
}

/**
 * Identity 4 for a block: in each asset the changes over all accounts sum to minus the burn, and in value Σ(ΔV − start-of-block holdings·ΔS) =
 * −burn·S(t). Gas is ETH, worth as much as base.
 *
 * @throws IdentityError
 */
export function checkConservation(block: number, before: Totals, after: Totals, priceBefore: PriceE8, priceAfter: PriceE8): void {
  for (const asset of ["base", "quote", "liquidity"] as const) {
    const change = after[asset] - before[asset];
    if (change !== 0n) throw new IdentityError(4, block, `all accounts together hold ${change} of ${asset} more than before`);
  }
  const burn = after.burned - before.burned;
  if (after.gas - before.gas !== -burn)
    throw new IdentityError(4, block, `gas changed by ${after.gas - before.gas} wei and ${burn} were burned`);
  const value = (totals: Totals, price: PriceE8): Value => valueAt(totals.base + totals.gas, totals.quote, price);
  const exposure = (before.base + before.gas) * (priceAfter - priceBefore);
  const gap = value(after, priceAfter) - value(before, priceBefore) - exposure + burn * priceAfter;
  if (gap !== 0n) throw new IdentityError(4, block, `value of ${gap}e-26 quote appeared`);
}

import type { AccountId, LendingTerms } from "../../src/core/words.ts";
import { LENDER, LENDING_MARKET } from "../../src/core/account-names.ts";

/** Who can sign; the first keeps the feed. */
export const WALLETS = ["keeper", LENDER, "borrower", "bidder-1", "bidder-2"] as const;
export type Wallet = (typeof WALLETS)[number];
/** Who can hold tokens. */
export const ACCOUNTS: readonly AccountId[] = [...WALLETS, LENDING_MARKET];

/** The terms of every test here. */
export const TERMS: LendingTerms = {
  liquidationRatioPpm: 1_500_000,
  penaltyPpm: 130_000,
  minIncreasePpm: 30_000,
  bidSeconds: 600,
  auctionSeconds: 21_600,
};
export const FIRST_PRICE = 194n * 10n ** 8n;

/** What an account holds, smallest units. */
export interface Held {
  readonly base: bigint;
  readonly quote: bigint;
}

/** What every wallet holds at the start. */
export const STOCK: Held = { base: 150n * 10n ** 18n, quote: 12_000n * 10n ** 6n };

import type { AccountId } from "./words.ts";

/** The settlement account between chain and reference market. */
export const BRIDGE: AccountId = "bridge";
/** Holder of the liquidity position whose share the books describe. */
export const LP: AccountId = "lp";
/** Holder of the rest of the pool. */
export const OTHER_LPS: AccountId = "other-lps";
/** Who builds blocks and is paid for it. */
export const COINBASE: AccountId = "coinbase";

/** Name of the contract through which a wallet arbitrages. */
export function executorOf(wallet: AccountId): AccountId {
  return `${wallet}-executor`;
}

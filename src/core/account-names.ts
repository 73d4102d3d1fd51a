import type { AccountId } from "./words.ts";

/** The settlement account between chain and reference market. */
export const BRIDGE: AccountId = "bridge";
/** Holder of the liquidity position whose share the books describe. */
export const LP: AccountId = "lp";
/** Holder of the rest of the pool. */
export const OTHER_LPS: AccountId = "other-lps";
/** Who builds blocks and is paid for it. */
export const COINBASE: AccountId = "coinbase";

/** Who lends quote against base, and bears the bad debt. */
export const LENDER: AccountId = "lender";
/** The contract that holds collateral and bids. */
export const LENDING_MARKET: AccountId = "lending-market";
/** The keeper of the lending market's oracle. */
export const ORACLE: AccountId = "oracle";

/** Who hedges a share of the pool through the pool itself. */
export const POOL_HEDGER: AccountId = "pool-hedger";

/** Contracts and addresses that are no accounts of the run: what visitors deploy, and where else they send to. */
export const VISITOR_CONTRACTS: AccountId = "visitor-contracts";

/** Wallets that visitors sign for. */
export function visitorAccounts(count: number): readonly AccountId[] {
  return Array.from({ length: count }, (_, i) => `visitor-${i + 1}`);
}

/** The second pool of the same tokens. */
export const SIDE_PAIR = "side-pair";

/** Name of the contract through which a wallet arbitrages. */
export function executorOf(wallet: AccountId): AccountId {
  return `${wallet}-executor`;
}

/** Who goes through the router, which moves their tokens for them. */
export function usesRouter(wallet: AccountId): boolean {
  return wallet === OTHER_LPS || wallet === POOL_HEDGER || wallet.startsWith("trader-") || wallet.startsWith("liquidator-");
}

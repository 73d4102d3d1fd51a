import { BRIDGE, COINBASE, LP, OTHER_LPS } from "../../core/account-names.ts";
import type { AccountId } from "../../core/words.ts";
import { BURN } from "../accounts.ts";

/** Beginnings of account names, and the participant to which they belong. */
const PARTICIPANTS: readonly (readonly [name: string, participant: string])[] = [
  ["trader", "trader"],
  [LP, "liquidity-provider"],
  [OTHER_LPS, "liquidity-provider"],
  ["liquidity-provider", "liquidity-provider"],
  ["pair", "liquidity-provider"],
  ["side-pair", "liquidity-provider"],
  ["borrower", "borrower"],
  // Collateral stays its borrower's until an auction has ended.
  ["lending-market", "borrower"],
  ["lender", "lender"],
  ["arbitrageur", "arbitrageur"],
  ["cross-pool", "cross-pool-arbitrageur"],
  ["sandwicher", "sandwicher"],
  ["back-runner", "back-runner"],
  ["liquidator", "liquidator"],
  ["pool-hedger", "pool-hedger"],
  [COINBASE, "builder"],
  ["reference", "reference-market"],
  [BRIDGE, "bridge"],
  ["oracle", "oracle"],
  ["visitor", "visitor"],
  // Base is backed by as much ETH.
  ["weth", "weth"],
  [BURN, "burn"],
];

/**
 * The participant of the zero-sum table to which an account counts: `sandwicher-1`, its executor and what it has in transit are the
 * sandwichers'; a pair's reserves are its liquidity providers'; an account that belongs to none of them stands for itself.
 */
export function participantIn(account: AccountId): string {
  const known = PARTICIPANTS.find(([name]) => account === name || account.startsWith(`${name}-`));
  return known?.[1] ?? account;
}

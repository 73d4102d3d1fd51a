import { IdentityError } from "../../core/errors.ts";
import type { AccountId, Asset, VenueState } from "../../core/words.ts";
import type { Accounts } from "../accounts.ts";

const ASSETS: readonly Asset[] = ["base", "quote", "liquidity", "gas"];

/**
 * Identity 3, to the wei: every account holds of every asset on chain what the ledger says, but for the gas that the venue measured beyond
 * the schedule, account by account.
 *
 * @param gasDifference measured less scheduled wei by account, as the ledger's balances should be corrected: negative is paid more
 * @returns how many balances were compared
 * @throws IdentityError naming the account, the asset and both numbers
 */
export function checkBalances(block: number, accounts: Accounts, state: VenueState, gasDifference: ReadonlyMap<AccountId, bigint>): number {
  let compared = 0;
  for (const [account, held] of state.balances) {
    for (const asset of ASSETS) {
      const correction = asset === "gas" ? (gasDifference.get(account) ?? 0n) : 0n;
      const expected = accounts.balance(account, "chain", asset) + correction;
      if (held[asset] !== expected) {
        throw new IdentityError(3, block, `${account} holds ${held[asset]} of ${asset} on chain; the ledger says ${expected}`);
      }
      compared += 1;
    }
  }
  return compared;
}

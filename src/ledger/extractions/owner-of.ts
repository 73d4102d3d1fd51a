import type { AccountId } from "../../core/words.ts";

/** The wallet to which an account counts: `sandwicher-1` for its executor and for what it has in transit. */
export function ownerOf(account: AccountId): AccountId {
  return account.replace(/-(executor|transit)$/, "");
}

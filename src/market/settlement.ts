import type { AccountId } from "../core/words.ts";

/** A transfer between chain and reference market that waits to be credited. */
export interface Transfer {
  readonly account: AccountId;
  readonly asset: "base" | "quote";
  readonly amount: bigint;
  readonly direction: "to-chain" | "to-reference";
  /** Unix seconds at which it is credited, or paid out by the bridge. */
  readonly due: number;
}

/** Those whose time has come, and the rest, both in order of request. */
export function splitDue(
  transfers: readonly Transfer[],
  time: number,
): { readonly due: readonly Transfer[]; readonly rest: readonly Transfer[] } {
  return { due: transfers.filter((each) => each.due <= time), rest: transfers.filter((each) => each.due > time) };
}

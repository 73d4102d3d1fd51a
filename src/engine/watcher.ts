import type { PoolState } from "../core/words.ts";
import type { Accounts } from "../ledger/accounts.ts";
import type { BlockReport } from "./block-report.ts";

/** Somebody who looks on while a run goes on, and changes nothing. */
export interface Watcher {
  /** Shown what everybody holds before the first block. */
  begin(accounts: Accounts, pool: PoolState): void;
  /** Shown all that a block was made of and did, before its identities are checked. */
  note(report: BlockReport): void;
}

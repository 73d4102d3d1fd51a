import type { BlockEnv, Outcome } from "../core/words.ts";
import type { Accounts } from "../ledger/accounts.ts";
import type { Built } from "../mempool/build-block.ts";
import type { Moment } from "./moment.ts";
import type { BlockRecord } from "./record-block.ts";

/** All that a block was made of, what it did, and what everybody holds after it. */
export interface BlockReport {
  readonly moment: Moment;
  readonly env: BlockEnv;
  readonly built: Built;
  readonly outcomes: readonly Outcome[];
  readonly record: BlockRecord;
  readonly accounts: Accounts;
}

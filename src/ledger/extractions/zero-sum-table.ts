import { IdentityError } from "../../core/errors.ts";
import type { AccountId } from "../../core/words.ts";
import type { Posting } from "../accounts.ts";
import { participantIn } from "./participants.ts";

/** What a participant gained or lost of each asset, in the smallest unit. */
export interface ZeroSumRow {
  readonly participant: string;
  readonly base: bigint;
  readonly quote: bigint;
  readonly gas: bigint;
}

type Change = { -readonly [asset in "base" | "quote" | "gas"]: ZeroSumRow[asset] };
type Changes = Map<string, Change>;

/**
 * Who gained what from whom: the change of each participant's holdings at both places, the burn among them, so that every column sums to zero to
 * the smallest unit. Liquidity tokens are left out: they are a claim on what stands in the pair's reserves.
 */
export class ZeroSumTable {
  readonly #participants = new Map<AccountId, string>();
  readonly #run: Changes = new Map();
  #block: Changes = new Map();

  /** Takes entries of the present block in. */
  note(postings: readonly Posting[]): void {
    for (const { account, asset, amount } of postings) {
      if (asset !== "liquidity") changeOf(this.#block, this.#participant(account))[asset] += amount;
    }
  }

  /**
   * Ends a block and says what it changed, by participant's name.
   *
   * @throws IdentityError 4 when a column does not sum to zero
   */
  closeBlock(block: number): readonly ZeroSumRow[] {
    const rows = rowsOf(this.#block);
    for (const asset of ["base", "quote", "gas"] as const) {
      const sum = rows.reduce((total, each) => total + each[asset], 0n);
      if (sum !== 0n) throw new IdentityError(4, block, `all participants together gained ${sum} of ${asset}`);
    }
    for (const { participant, base, quote, gas } of rows) {
      const change = changeOf(this.#run, participant);
      change.base += base;
      change.quote += quote;
      change.gas += gas;
    }
    this.#block = new Map();
    return rows;
  }

  /** All blocks that were closed, by participant's name. */
  report(): readonly ZeroSumRow[] {
    return rowsOf(this.#run);
  }

  #participant(account: AccountId): string {
    let participant = this.#participants.get(account);
    if (participant === undefined) this.#participants.set(account, (participant = participantIn(account)));
    return participant;
  }
}

function changeOf(changes: Changes, participant: string): Change {
  let change = changes.get(participant);
  if (change === undefined) changes.set(participant, (change = { base: 0n, quote: 0n, gas: 0n }));
  return change;
}

function rowsOf(changes: Changes): readonly ZeroSumRow[] {
  return [...changes].map(([participant, change]) => ({ participant, ...change })).sort((a, b) => (a.participant < b.participant ? -1 : 1));
}

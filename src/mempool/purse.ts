import type { AccountId, Tx } from "../core/words.ts";
import { gasLimit } from "./gas-limit.ts";

/** What whoever signs for himself can still promise in a block: a node takes a transaction only if its sender can pay for all its gas. */
export class Purse {
  readonly #fundsOf: (account: AccountId) => bigint;
  readonly #promised: Map<AccountId, bigint>;

  /**
   * @param fundsOf wei of an account before the block
   * @param promised wei of an account that are promised already
   */
  constructor(fundsOf: (account: AccountId) => bigint, promised: ReadonlyMap<AccountId, bigint> = new Map()) {
    this.#fundsOf = fundsOf;
    this.#promised = new Map(promised);
  }

  /** With the same promises, to make others. */
  copy(): Purse {
    return new Purse(this.#fundsOf, this.#promised);
  }

  /** Whether the senders of the raw ones can pay their gas limits and what they carry, after all that was promised. */
  covers(txs: readonly Tx[]): boolean {
    const more = new Map<AccountId, bigint>();
    for (const tx of txs) if (tx.action.kind === "raw") more.set(tx.from, (more.get(tx.from) ?? 0n) + mostOf(tx));
    return [...more].every(([account, wei]) => wei + (this.#promised.get(account) ?? 0n) <= this.#fundsOf(account));
  }

  promise(txs: readonly Tx[]): void {
    for (const tx of txs) if (tx.action.kind === "raw") this.#promised.set(tx.from, (this.#promised.get(tx.from) ?? 0n) + mostOf(tx));
  }
}

/** All that a transaction can cost its sender, wei. */
function mostOf({ action, maxFeePerGas }: Tx): bigint {
  return BigInt(gasLimit(action)) * maxFeePerGas + (action.kind === "raw" ? action.value : 0n);
}

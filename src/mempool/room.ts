import type { AccountId, Bundle, Tx } from "../core/words.ts";
import type { BlockRules } from "./fill-block.ts";
import { gasLimit } from "./gas-limit.ts";
import { dueNonces, type Mempool } from "./mempool.ts";
import { type Appraised, type LeftOutFor, obstacleTo } from "./obstacle-to.ts";
import type { Purse } from "./purse.ts";

/** What is left of a block while bundles take their places in it: gas, nonces, and what their senders can still promise to pay. */
export class Room {
  /** Whether a transaction, by its id, is in the public mempool. */
  readonly isPublic: (id: number) => boolean;
  /** What the senders have promised already. */
  readonly purse: Purse | undefined;
  readonly #mempool: Mempool;
  readonly #dueBefore: (account: AccountId) => number;
  #rules: BlockRules;
  /** Nonce that is due of each account after what was taken. */
  #due = new Map<AccountId, number>();

  /** @param purse of those who sign for themselves, where there are any */
  constructor(mempool: Mempool, rules: BlockRules, purse: Purse | undefined) {
    this.#mempool = mempool;
    const publicIds = new Set(mempool.pending.map(({ id }) => id));
    this.isPublic = (id) => publicIds.has(id);
    this.#dueBefore = dueNonces(mempool);
    this.purse = purse;
    this.#rules = rules;
  }

  /** With the gas that is left. */
  get rules(): BlockRules {
    return this.#rules;
  }

  /** What keeps a bundle out after those that were taken, before it is even tried. */
  obstacleTo(appraised: Appraised): LeftOutFor | null {
    const obstacle = obstacleTo(appraised, this.#rules, this.isPublic, (account) => this.#dueOf(account));
    return obstacle ?? (this.purse?.covers(appraised.bundle.txs) === false ? "funds" : null);
  }

  take({ txs }: Bundle): void {
    const gas = txs.reduce((sum, { action }) => sum + gasLimit(action), 0);
    this.#rules = { ...this.#rules, gasLimit: this.#rules.gasLimit - gas };
    this.purse?.promise(txs);
    for (const { from, nonce } of txs) this.#due.set(from, nonce + 1);
  }

  /** The same, of which something can be taken without taking it of this. */
  copy(): Room {
    const other = new Room(this.#mempool, this.#rules, this.purse?.copy());
    other.#due = new Map(this.#due);
    return other;
  }

  /** Whether a transaction that was not taken can still be: no other of its sender's has used its nonce. */
  isStillDue({ from, nonce }: Tx): boolean {
    return nonce >= this.#dueOf(from);
  }

  #dueOf(account: AccountId): number {
    return this.#due.get(account) ?? this.#dueBefore(account);
  }
}

import type { AccountId, Bundle, Tx } from "../core/words.ts";
import type { BlockRules } from "./fill-block.ts";
import { gasLimit } from "./gas-limit.ts";
import { type Appraised, type LeftOutFor, obstacleTo } from "./obstacle-to.ts";
import type { Purse } from "./purse.ts";

/** What the public mempool holds, looked up once a block. */
export interface Waiting {
  /** Whether a transaction, by its id, is in it. */
  readonly isPublic: (id: number) => boolean;
  /** Nonce of an account's next transaction to be mined. */
  readonly dueOf: (account: AccountId) => number;
}

/** What is left of a block while bundles take their places in it: gas, nonces, and what their senders can still promise to pay. */
export class Room {
  /** What the senders have promised already. */
  readonly purse: Purse | undefined;
  readonly #before: Waiting;
  #rules: BlockRules;
  /** Nonce that is due of each account after what was taken. */
  readonly #due: Map<AccountId, number>;

  /**
   * @param before what was waiting when the block was empty
   * @param purse of those who sign for themselves, where there are any
   * @param due nonce that is due of each account after what was taken; of none where nothing was
   */
  constructor(before: Waiting, rules: BlockRules, purse: Purse | undefined, due: ReadonlyMap<AccountId, number> = new Map()) {
    this.#before = before;
    this.#rules = rules;
    this.purse = purse;
    this.#due = new Map(due);
  }

  /** Whether a transaction, by its id, is in the public mempool. */
  get isPublic(): (id: number) => boolean {
    return this.#before.isPublic;
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
    return new Room(this.#before, this.#rules, this.purse?.copy(), this.#due);
  }

  /** Whether a transaction that was not taken can still be: no other of its sender's has used its nonce. */
  isStillDue({ from, nonce }: Tx): boolean {
    return nonce >= this.#dueOf(from);
  }

  #dueOf(account: AccountId): number {
    return this.#due.get(account) ?? this.#before.dueOf(account);
  }
}

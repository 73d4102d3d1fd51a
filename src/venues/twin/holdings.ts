import { refusal } from "../../amm/refusal.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, Asset } from "../../core/words.ts";

/** What an account holds of each asset, in smallest units. */
export type Holding = Readonly<Record<Asset, bigint>>;

const NOTHING: Holding = { base: 0n, quote: 0n, liquidity: 0n, gas: 0n };

/** How each token refuses a transfer of more than there is, in its contract's words; WETH9 says nothing. */
const REASONS = { base: "", quote: "FixedSupplyToken_InsufficientBalance", liquidity: "ds-math-sub-underflow" } as const;

/** Every account's balances, as the tokens keep them. Changes can be taken back until they are kept. */
export class Holdings {
  #held: Map<AccountId, Holding>;
  /** What accounts held before the changes that are not kept yet, oldest first. */
  #before: [AccountId, Holding][] = [];

  constructor(accounts: Iterable<AccountId>) {
    this.#held = new Map([...accounts].map((account) => [account, NOTHING]));
  }

  /** @throws CrashError `TWIN_ACCOUNT` for a name that the run does not have */
  of(account: AccountId): Holding {
    const held = this.#held.get(account);
    if (held === undefined) throw new CrashError("TWIN_ACCOUNT", `the run has no account ${account}`);
    return held;
  }

  /** Adds to a balance, or takes from it when negative, as minting, burning and gas do. */
  add(account: AccountId, asset: Asset, amount: bigint): void {
    const held = this.of(account);
    this.#before.push([account, held]);
    this.#held.set(account, { ...held, [asset]: held[asset] + amount });
  }

  /** @throws Refusal with the token's own reason when there is not so much */
  transfer(asset: "base" | "quote" | "liquidity", from: AccountId, to: AccountId, amount: bigint): void {
    this.of(to);
    if (this.of(from)[asset] < amount) throw refusal(REASONS[asset]);
    this.add(from, asset, -amount);
    this.add(to, asset, amount);
  }

  keep(): void {
    this.#before = [];
  }

  takeBack(): void {
    for (const [account, held] of this.#before.reverse()) this.#held.set(account, held);
    this.#before = [];
  }

  /** Goes back to an earlier snapshot. */
  restore(snapshot: ReadonlyMap<AccountId, Holding>): void {
    this.#held = new Map(snapshot);
    this.#before = [];
  }

  /** All of it, as it is now and will stay. */
  snapshot(): ReadonlyMap<AccountId, Holding> {
    return new Map(this.#held);
  }
}

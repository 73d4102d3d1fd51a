import type { AccountId, TxKind } from "../core/words.ts";
import { COINBASE } from "../core/account-names.ts";

interface GasRow {
  count: number;
  scheduled: number;
  measured: number;
}

/** Gas as scheduled beside gas as the venue measured it, and what the difference was worth to each account. */
export class GasMeter {
  readonly #rows = new Map<string, GasRow>();
  readonly #difference = new Map<AccountId, bigint>();

  /**
   * @param price wei paid for a unit
   * @param baseFee wei of it that are burned
   */
  note(from: AccountId, kind: TxKind, status: string, scheduled: bigint, measured: bigint, price: bigint, baseFee: bigint): void {
    const name = status === "success" ? kind : `${kind}, ${status}`;
    const row = this.#rows.get(name) ?? { count: 0, scheduled: 0, measured: 0 };
    row.count += 1;
    row.scheduled += Number(scheduled);
    row.measured += Number(measured);
    this.#rows.set(name, row);
    const more = measured - scheduled;
    this.#add(from, -more * price);
    this.#add(COINBASE, more * (price - baseFee));
  }

  /** Wei by which each account's balance on the venue differs from the ledger's: negative has paid more than scheduled. */
  get difference(): ReadonlyMap<AccountId, bigint> {
    return this.#difference;
  }

  /** Wei that senders paid beyond the schedule, all together. */
  get total(): bigint {
    return [...this.#difference].reduce((sum, [account, wei]) => (account === COINBASE ? sum : sum - wei), 0n);
  }

  /** Mean gas of each kind of transaction, by name. */
  report(): readonly { readonly kind: string; readonly count: number; readonly scheduled: number; readonly measured: number }[] {
    return [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, { count, scheduled, measured }]) => ({ kind, count, scheduled: scheduled / count, measured: measured / count }));
  }

  #add(account: AccountId, wei: bigint): void {
    this.#difference.set(account, (this.#difference.get(account) ?? 0n) + wei);
  }
}

import type { ParticipantRow } from "../../core/mev-result.ts";
import { valueNumber, valueOf } from "../../core/units.ts";
import type { AccountId, PriceE8, Value } from "../../core/words.ts";
import type { Accounts, Posting } from "../../ledger/accounts.ts";
import { ownerOf } from "../../ledger/extractions/owner-of.ts";
import { participantIn } from "../../ledger/extractions/participants.ts";
import { ZeroSumTable } from "../../ledger/extractions/zero-sum-table.ts";

/**
 * Who gained what, from what everybody holds after each block: changes by participant, which sum to zero in every block, and profits beyond the exposure of what
 * was held, Σ(ΔV − start-of-block holdings·ΔS), since each change is valued at the price of its block.
 */
export class HoldingsMeter {
  readonly #table = new ZeroSumTable();
  readonly #held = new Map<Readonly<Posting>, bigint>();
  readonly #profits = new Map<AccountId, Value>();

  /** @param accounts before the first block */
  begin(accounts: Accounts): void {
    for (const holding of accounts.all()) this.#held.set(holding, holding.amount);
  }

  /** @throws IdentityError 4 when something came from nowhere */
  note(block: number, price: PriceE8, accounts: Accounts): void {
    const changes: Posting[] = [];
    for (const holding of accounts.all()) {
      const amount = holding.amount - (this.#held.get(holding) ?? 0n);
      if (amount === 0n) continue;
      this.#held.set(holding, holding.amount);
      changes.push({ ...holding, amount });
      if (holding.asset !== "liquidity") this.#earn(holding.account, valueOf(holding.asset, amount, price));
    }
    this.#table.note(changes);
    this.#table.closeBlock(block);
  }

  /** In quote, of a wallet with all that counts to it. */
  profitOf(owner: AccountId): number {
    return valueNumber(this.#profits.get(owner) ?? 0n);
  }

  participants(): readonly ParticipantRow[] {
    const profits = new Map<string, Value>();
    for (const [owner, profit] of this.#profits) profits.set(participantIn(owner), (profits.get(participantIn(owner)) ?? 0n) + profit);
    return this.#table.report().map(({ participant, base, quote, gas }) => ({
      participant,
      base: base.toString(),
      quote: quote.toString(),
      gas: gas.toString(),
      profit: valueNumber(profits.get(participant) ?? 0n),
    }));
  }

  #earn(account: AccountId, value: Value): void {
    const owner = ownerOf(account);
    this.#profits.set(owner, (this.#profits.get(owner) ?? 0n) + value);
  }
}

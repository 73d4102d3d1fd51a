import type { SearcherRow } from "../../core/mev-result.ts";
import { baseNumber } from "../../core/units.ts";
import type { AccountId } from "../../core/words.ts";
import type { Deed } from "../../ledger/extractions/deed.ts";
import type { BlockReport } from "../block-report.ts";

type Sums = { -readonly [K in Exclude<keyof SearcherRow, "account" | "profit">]: SearcherRow[K] };

/** Who trades for reasons of its own, or serves others, and extracts nothing by trade. */
const PUBLIC: ReadonlySet<string> = new Set(["trader", "bridge", "liquidity-provider", "oracle", "pool-hedger"]);

/** What became of the attempts of each of those who extract. */
export class SearcherSums {
  readonly #sums = new Map<AccountId, Sums>();
  readonly #leftOut = new Map<string, number>();

  /** @param price reference price, in quote */
  note({ built, record }: BlockReport, deeds: readonly Deed[], price: number): void {
    for (const bundle of built.included) {
      const sums = this.#of(bundle);
      sums.bundlesOffered += 1;
      sums.bundlesIncluded += 1;
    }
    for (const { bundle, why } of built.leftOut) {
      this.#of(bundle).bundlesOffered += 1;
      this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
    }
    for (const { index, account, sender, success, gasFee, payment } of deeds) {
      if (PUBLIC.has(sender)) continue;
      const sums = this.#of({ from: account, sender });
      const gas = baseNumber(gasFee) * price;
      const isVain = !success || record.entries[index]?.outcome.tx.action.kind === "cancel";
      sums.mined += 1;
      if (!success) sums.reverted += 1;
      sums.gasPaid += gas;
      if (isVain) sums.gasWasted += gas;
      sums.paid += baseNumber(payment) * price;
    }
  }

  /** Bundles that are in no block, by why. */
  get leftOut(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#leftOut].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @param profitOf a wallet's profit, in quote */
  report(profitOf: (account: AccountId) => number): readonly SearcherRow[] {
    return [...this.#sums]
      .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([account, sums]) => ({ account, ...sums, profit: profitOf(account) }));
  }

  #of({ from, sender }: { readonly from: AccountId; readonly sender: string }): Sums {
    let sums = this.#sums.get(from);
    if (sums === undefined) {
      sums = { sender, bundlesOffered: 0, bundlesIncluded: 0, mined: 0, reverted: 0, gasWasted: 0, gasPaid: 0, paid: 0 };
      this.#sums.set(from, sums);
    }
    return sums;
  }
}

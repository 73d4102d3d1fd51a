import type { ExtractionColumns, ExtractionKind, KindRow, MevResult } from "../../core/mev-result.ts";
import { baseNumber, quoteNumber } from "../../core/units.ts";
import type { Extraction } from "../../ledger/extractions/extraction.ts";
import { addRow, type Columns } from "../columns.ts";

type Sums = { -readonly [K in Exclude<keyof KindRow, "kind">]: number };

const KINDS: readonly ExtractionKind[] = ["arbitrage", "sandwich", "back-run", "liquidation"];

/** All extractions of a run, one by one and in sum. */
export class ExtractionSums {
  readonly columns: Columns<ExtractionColumns> = {
    block: [],
    kind: [],
    account: [],
    sender: [],
    basis: [],
    transactions: [],
    victims: [],
    seized: [],
    paidFor: [],
    debt: [],
    gross: [],
    toBuilder: [],
    burned: [],
    net: [],
    victimLoss: [],
    poolGain: [],
  };
  readonly #kinds = new Map<ExtractionKind, Sums>();

  /** @param price reference price, in quote */
  note(block: number, price: number, extraction: Extraction): void {
    const { kind, account, sender, basis, transactions, victims, grossValue, netValue, poolGain } = extraction;
    const burned = baseNumber(extraction.burned) * price;
    const toBuilder = baseNumber(extraction.gasFee - extraction.burned + extraction.payment) * price;
    const victimLoss = victims.reduce((sum, { lostValue }) => sum + lostValue, 0);
    const amounts = { gross: grossValue, toBuilder, burned, net: netValue, victimLoss, poolGain };
    const places = { transactions: transactions.join(" "), victims: victims.map(({ index }) => index).join(" ") };
    const { base = 0n, paid = 0n, debt = 0n } = extraction.collateral ?? {};
    const collateral = { seized: baseNumber(base), paidFor: quoteNumber(paid), debt: quoteNumber(debt) };
    addRow(this.columns, { block, kind, account, sender, basis, ...places, ...collateral, ...amounts });
    const sums = this.#of(kind);
    sums.count += 1;
    sums.victims += victims.length;
    for (const name of Object.keys(amounts) as (keyof typeof amounts)[]) sums[name] += amounts[name];
  }

  kinds(): readonly KindRow[] {
    return KINDS.map((kind) => ({ kind, ...this.#of(kind) }));
  }

  /** What liquidity providers gained or lost by each, and who got what arbitrage took. */
  liquidity(): Omit<MevResult["liquidity"], "sandwichFees"> {
    const [arbitrage, backRun] = [this.#of("arbitrage"), this.#of("back-run")];
    const gross = arbitrage.gross + backRun.gross;
    return {
      fromSandwiches: this.#of("sandwich").poolGain,
      fromArbitrage: arbitrage.poolGain + backRun.poolGain,
      shareToBuilder: gross === 0 ? null : (arbitrage.toBuilder + backRun.toBuilder) / gross,
    };
  }

  #of(kind: ExtractionKind): Sums {
    let sums = this.#kinds.get(kind);
    if (sums === undefined) {
      sums = { count: 0, gross: 0, toBuilder: 0, burned: 0, net: 0, victims: 0, victimLoss: 0, poolGain: 0 };
      this.#kinds.set(kind, sums);
    }
    return sums;
  }
}

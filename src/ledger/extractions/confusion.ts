import type { Interval } from "../../core/result.ts";
import type { Deed } from "./deed.ts";
import type { Extraction, ExtractionKind } from "./extraction.ts";
import { wilsonInterval } from "./wilson-interval.ts";

type Effect = ExtractionKind | "none";

/** How often senders of a name did what, in transactions. */
export interface ConfusionRow extends Readonly<Record<Effect, number>> {
  readonly sender: string;
}

/** A share of a count, with its Wilson score interval; null where nothing was counted. */
export interface CountedShare {
  readonly hits: number;
  readonly of: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

export interface ConfusionReport {
  /** By name. */
  readonly rows: readonly ConfusionRow[];
  /** Of the transactions that were inferred to be arbitrage or back-runs, those whose senders say so. */
  readonly precision: CountedShare;
  /** Of the transactions that were left to inference and whose senders say that they arbitrage or back-run, those that were found. */
  readonly recall: CountedShare;
}

/** Who calls itself one of these does what inference looks for. */
const INFERABLE: ReadonlySet<string> = new Set(["arbitrageur", "cross-pool-arbitrageur", "back-runner"]);

/**
 * The sender's own name against the effect on chain, over the successful transactions that swapped or liquidated: how far one can be told from
 * the other. The name is what the sender was built to do, not what it did, so a trader in an arbitrageur's place counts against precision.
 */
export class Confusion {
  readonly #rows = new Map<string, Record<Effect, number>>();
  #inferred = 0;
  #named = 0;
  #both = 0;

  /** Takes a block in. */
  note(deeds: readonly Deed[], extractions: readonly Extraction[]): void {
    const found = new Map(extractions.flatMap((each) => each.transactions.map((index) => [index, each] as const)));
    for (const { index, sender, success, swaps, collateral } of deeds) {
      if (!success || (swaps.length === 0 && collateral === null)) continue;
      const extraction = found.get(index);
      this.#row(sender)[extraction?.kind ?? "none"] += 1;
      if (extraction?.basis === "observed") continue;
      const isNamed = INFERABLE.has(sender);
      if (isNamed) this.#named += 1;
      if (extraction === undefined) continue;
      this.#inferred += 1;
      if (isNamed) this.#both += 1;
    }
  }

  report(): ConfusionReport {
    const rows = [...this.#rows].map(([sender, counts]) => ({ sender, ...counts }));
    return {
      rows: rows.sort((a, b) => (a.sender < b.sender ? -1 : 1)),
      precision: countedShare(this.#both, this.#inferred),
      recall: countedShare(this.#both, this.#named),
    };
  }

  #row(sender: string): Record<Effect, number> {
    let row = this.#rows.get(sender);
    if (row === undefined) this.#rows.set(sender, (row = { arbitrage: 0, sandwich: 0, "back-run": 0, liquidation: 0, none: 0 }));
    return row;
  }
}

function countedShare(hits: number, of: number): CountedShare {
  return { hits, of, share: of === 0 ? null : hits / of, interval: wilsonInterval(hits, of) };
}

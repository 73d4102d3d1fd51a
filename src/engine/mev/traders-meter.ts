import { trySwap } from "../../amm/try-swap.ts";
import type { TradersReport } from "../../core/mev-result.ts";
import { valueNumber, valueOf } from "../../core/units.ts";
import type { Outcome, PoolState, PriceE8, Sender } from "../../core/words.ts";
import type { Extraction } from "../../ledger/extractions/extraction.ts";
import type { Entry } from "../record-block.ts";

interface Sums {
  trades: number;
  reverted: number;
  volume: number;
  quoted: number;
  received: number;
  sandwiched: number;
  sandwichLoss: number;
}

/** How those fared who trade through the router: what they received against the quote on the pool as last mined when they sent it. */
export class TradersMeter {
  readonly #sums = new Map<Sender, Sums>();
  /** The pool after each block. */
  readonly #pools: PoolState[] = [];

  /** @param pool before the first block */
  begin(pool: PoolState): void {
    this.#pools.push(pool);
  }

  note(entries: readonly Entry[], extractions: readonly Extraction[], price: PriceE8, pool: PoolState): void {
    for (const { outcome, prediction } of entries)
      if (outcome.tx.action.kind === "trade") this.#trade(outcome, prediction.swap?.amountOut, price);
    for (const { victims } of extractions) {
      for (const { index, lostValue } of victims) {
        const tx = entries[index]?.outcome.tx;
        if (tx?.action.kind !== "trade") continue;
        const sums = this.#of(tx.sender);
        sums.sandwiched += 1;
        sums.sandwichLoss += lostValue;
      }
    }
    this.#pools.push(pool);
  }

  report(): readonly TradersReport[] {
    return [...this.#sums].map(([sender, { quoted, received, ...sums }]) => ({
      sender,
      ...sums,
      shortfall: quoted === 0 ? 0 : 1 - received / quoted,
    }));
  }

  #trade({ tx, success }: Outcome, received: bigint | undefined, price: PriceE8): void {
    if (tx.action.kind !== "trade") return;
    const sums = this.#of(tx.sender);
    if (!success || received === undefined) {
      sums.reverted += 1;
      return;
    }
    const { side, amountIn } = tx.action;
    const seen = this.#pools[tx.submitted - 1];
    const quoted = seen === undefined ? undefined : trySwap(seen, side, amountIn)?.amountOut;
    sums.trades += 1;
    sums.volume += worth(side === "sell" ? "base" : "quote", amountIn, price);
    if (quoted === undefined) return;
    const asset = side === "sell" ? "quote" : "base";
    sums.quoted += worth(asset, quoted, price);
    sums.received += worth(asset, received, price);
  }

  #of(sender: Sender): Sums {
    let sums = this.#sums.get(sender);
    if (sums === undefined) {
      sums = { trades: 0, reverted: 0, volume: 0, quoted: 0, received: 0, sandwiched: 0, sandwichLoss: 0 };
      this.#sums.set(sender, sums);
    }
    return sums;
  }
}

function worth(asset: "base" | "quote", amount: bigint, price: PriceE8): number {
  return valueNumber(valueOf(asset, amount, price));
}

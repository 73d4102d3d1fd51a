import { spotPrice } from "../../amm/spot.ts";
import { effectivePrice } from "../../core/effective-price.ts";
import type { TransactionColumns } from "../../core/mev-result.ts";
import { baseNumber, quoteNumber, valueAt, valueNumber } from "../../core/units.ts";
import type { Bundle, PoolState } from "../../core/words.ts";
import type { Deed } from "../../ledger/extractions/deed.ts";
import type { BlockReport } from "../block-report.ts";
import { addRow, type Columns } from "../columns.ts";

/** Adds a block's transactions to the table of all. */
export function addTransactionRows(
  columns: Columns<TransactionColumns>,
  { moment, env, built, record }: BlockReport,
  deeds: readonly Deed[],
  poolBefore: PoolState,
): void {
  let pool = poolBefore;
  const bundled = new Set(built.included.flatMap(({ txs }: Bundle) => txs.map(({ id }) => id)));
  for (const [index, { outcome, prediction }] of record.entries.entries()) {
    const { tx, success, reason = "" } = outcome;
    const { swap } = prediction;
    const before = pool;
    pool = prediction.pool;
    const isSell = swap?.side === "sell";
    const payment = deeds[index]?.payment ?? 0n;
    addRow(columns, {
      block: moment.block,
      index,
      account: tx.from,
      sender: tx.sender,
      action: tx.action.kind,
      channel: bundled.has(tx.id) ? "bundle" : tx.isPrivate === true ? "private" : "public",
      success,
      reason,
      side: swap?.side ?? "",
      amountIn: swap === null ? 0 : isSell ? baseNumber(swap.amountIn) : quoteNumber(swap.amountIn),
      amountOut: swap === null ? 0 : isSell ? quoteNumber(swap.amountOut) : baseNumber(swap.amountOut),
      priceBefore: spotPrice(before),
      priceAfter: spotPrice(pool),
      gasPriceGwei: Number(effectivePrice(tx, env.baseFee)) / 1e9,
      payment: Number(payment) / 1e18,
      gain: gainOf(deeds[index]?.swaps ?? [], moment.priceAfter),
    });
  }
}

/** What the pools gave the sender in all, at the block's reference price. */
function gainOf(swaps: Deed["swaps"], price: bigint): number {
  const value = swaps.reduce((sum, { before, after }) => sum + valueAt(before.base - after.base, before.quote - after.quote, price), 0n);
  return valueNumber(value);
}

import { optimalArbitrage } from "../../amm/optimal-arbitrage.ts";
import { valueAt } from "../../core/units.ts";
import type { PriceE8, Value } from "../../core/words.ts";
import type { Deed, DeedSwap } from "./deed.ts";
import { netOf } from "./net-of.ts";
import type { PoolSwap } from "./pool-swaps.ts";

/** What the block knows of a swap's pool before it. */
export interface Earlier {
  /** The swap before on the pool, whoever's. */
  readonly last: PoolSwap | undefined;
  /** What the sender lost there by earlier transactions of the block that extracted nothing else, and did not take back since, at the reference
   * price; not positive. */
  readonly lost: Value;
}

/**
 * What a transaction with a single swap extracts against the reference market, which the chain does not show; null for nothing. It must have
 * earned more at the block's reference price than its gas, its payment and what its sender lost on the pool earlier in the block, so that nobody
 * extracts by taking its own trade back. Then it is
 *
 * - a back-run, when it follows another account's swap in the opposite direction with nothing between that touched the pool, and before that
 *   swap no trade in its direction would have earned its gas: that transaction made the opportunity (Qin, Zhou, Gervais 2022, Quantifying
 *   Blockchain Extractable Value, IEEE S&P). Tips that bid for the place are gas too, and make more look like a back-run;
 * - arbitrage in all other cases (Angeris, Kao, Chiang, Noyes, Chitra 2019, arXiv:1911.03380, section 2). It need not be asked whether it moved
 *   the pool toward the reference S: with k = x·y and d the log distance from S the pool's value is 2·√(k·S)·cosh(d/2), and no swap lowers k, so
 *   it loses only by a smaller |d|.
 *
 * Limits: a trader who happened to sell to the pool above the reference looks the same, and an arbitrageur who paid more than it earned is
 * overlooked. Gas and ETH are worth as much as base.
 */
export function inferredKind(deed: Deed, swap: DeedSwap, earlier: Earlier, price: PriceE8): "back-run" | "arbitrage" | null {
  const { base, quote } = netOf(deed);
  if (valueAt(base, quote, price) + earlier.lost <= valueAt(deed.gasFee + deed.payment, 0n, price)) return null;
  return isMadeBy(earlier.last, deed, swap, price) ? "back-run" : "arbitrage";
}

function isMadeBy(last: PoolSwap | undefined, deed: Deed, { side, before }: DeedSwap, price: PriceE8): boolean {
  if (last === undefined || last.deed.account === deed.account || last.swap.side === side) return false;
  const { before: earlier, after } = last.swap;
  if (after.base !== before.base || after.quote !== before.quote) return false;
  const best = optimalArbitrage(earlier, price, price);
  return best?.side !== side || best.profit <= valueAt(deed.gasFee, 0n, price);
}

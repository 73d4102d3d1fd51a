import type { Deed } from "./deed.ts";
import { netOf } from "./net-of.ts";

/**
 * What a successful transaction extracts by itself as the chain alone shows it; null for nothing:
 *
 * - liquidation: it seized collateral, whether or not it gained by that.
 * - arbitrage between pools: it swapped on two pools or more and has more of one token and not less of the other, before gas (Qin, Zhou, Gervais
 *   2022, Quantifying Blockchain Extractable Value, IEEE S&P). One that leaves a crumb of the other token missing is not seen.
 */
export function observedKind(deed: Deed): "liquidation" | "arbitrage" | null {
  if (deed.collateral !== null) return "liquidation";
  if (deed.swaps.every(({ pool }) => pool === deed.swaps[0]?.pool)) return null;
  const { base, quote } = netOf(deed);
  return base >= 0n && quote >= 0n && base + quote > 0n ? "arbitrage" : null;
}

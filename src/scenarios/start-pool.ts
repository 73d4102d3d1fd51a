import { priceNumber, toBase, toQuote } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import type { Scenario } from "./scenario.ts";
import type { Settings } from "./settings.ts";

/** Reserves before the first block: the recorded pool's, or half the set value in each asset at the first price. */
export function startPool(scenario: Scenario, settings: Settings, startPrice: PriceE8): { readonly base: bigint; readonly quote: bigint } {
  const recorded = scenario.recordedPool;
  if (settings.pool.liquidity === "recorded" && recorded !== null) {
    return { base: toBase(recorded.base[0] ?? 0), quote: toQuote(recorded.quote[0] ?? 0) };
  }
  const half = settings.pool.value / 2;
  return { base: toBase(half / priceNumber(startPrice)), quote: toQuote(half) };
}

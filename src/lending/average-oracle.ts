import type { PairState } from "../amm/pair.ts";
import { accumulate } from "../amm/price-accumulators.ts";
import { refusal } from "../amm/refusal.ts";
import type { PriceE8 } from "../core/words.ts";
import { averagePriceE8, spotPriceE8 } from "./oracle-price.ts";

/** `AverageOracle.sol`, exact in integers, with its checks in its order. */
export interface AverageOracle {
  readonly priceE8: PriceE8;
  /** The pair's `basePriceCumulative` at the last update, as it would have been if the pair had been touched then. */
  readonly cumulativeLast: bigint;
  /** Unix seconds of the last update, modulo 2^32. */
  readonly updatedAt: number;
}

/**
 * An oracle that was just created: its price is the pair's, now.
 *
 * @param time unix seconds
 */
export function openAverageOracle(pair: PairState, time: number): AverageOracle {
  return { priceE8: spotPriceE8(pair), ...reading(pair, time) };
}

/**
 * The oracle with the average price since its last update, rounded down.
 *
 * @param period shortest window, in seconds
 * @param time unix seconds
 */
export function pokeAverageOracle(oracle: AverageOracle, pair: PairState, period: number, time: number): AverageOracle {
  const elapsed = (time - oracle.updatedAt) >>> 0;
  if (elapsed < period) throw refusal("AverageOracle_TooEarly");
  const now = reading(pair, time);
  return { priceE8: averagePriceE8(oracle.cumulativeLast, now.cumulativeLast, elapsed), ...now };
}

function reading(pair: PairState, time: number): Omit<AverageOracle, "priceE8"> {
  const { basePriceCumulative, updatedAt } = accumulate(pair, pair, time);
  return { cumulativeLast: basePriceCumulative, updatedAt };
}

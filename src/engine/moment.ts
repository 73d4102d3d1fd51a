import { priceNumber } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import type { World } from "./world.ts";

/** A block's place in time and price. */
export interface Moment {
  readonly block: number;
  readonly time: number;
  /** Since the block before. */
  readonly seconds: number;
  readonly priceBefore: PriceE8;
  readonly priceAfter: PriceE8;
  /** The same prices as numbers. */
  readonly from: number;
  readonly to: number;
  /** Volatility of the recent past over the usual one. */
  readonly volatility: number;
}

/** The moment of block 1, 2, … of a world; block 0 is the start, with no time and no move behind it. */
export function momentOf(world: World, block: number, volatility = 1): Moment {
  const [before, after] = [Math.max(0, block - 1), block];
  const priceBefore = world.prices[before] ?? 0n;
  const priceAfter = world.prices[after] ?? 0n;
  const time = world.times[after] ?? 0;
  const seconds = time - (world.times[before] ?? 0);
  return { block, time, seconds, priceBefore, priceAfter, from: priceNumber(priceBefore), to: priceNumber(priceAfter), volatility };
}

import { priceNumber } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import { utcDay } from "../market/utc-day.ts";
import type { World } from "./world.ts";

/** Where blocks stand in time and price, one entry a block. */
export type Track = Pick<World, "times" | "prices" | "sessions">;

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
  /** Whether the market was closed since the block before, or stood still in it. */
  readonly isGap: boolean;
  /** Whether the market stands still. */
  readonly isHalted: boolean;
  /** Whether it closes after this block; where it never does, whether the day by universal time ends. */
  readonly isClose: boolean;
  /** Volatility of the recent past over the usual one. */
  readonly volatility: number;
  /** Change, since the block before, of the price of the future that hedgers hold less the price, in quote per base. */
  readonly basisMove: number;
  /** What hedgers take for the price when they reckon, in quote per base. */
  readonly index: number;
}

/** The moment of block 1, 2, …, at the usual volatility, with a future and an index that are the price, and unless something stops the market; block 0 is the start, with no time and no move behind it. */
export function momentOf({ times, prices, sessions }: Track, block: number): Moment {
  const [before, after] = [Math.max(0, block - 1), block];
  const priceBefore = prices[before] ?? 0n;
  const priceAfter = prices[after] ?? 0n;
  const time = times[after] ?? 0;
  const seconds = time - (times[before] ?? 0);
  return {
    block,
    time,
    seconds,
    priceBefore,
    priceAfter,
    from: priceNumber(priceBefore),
    to: priceNumber(priceAfter),
    isHalted: false,
    isGap: block > 0 && sessions?.isOpen[block] === true,
    isClose: sessions === null ? utcDay(times[after + 1] ?? time) > utcDay(time) : sessions.isClose[block] === true,
    volatility: 1,
    basisMove: 0,
    index: priceNumber(priceAfter),
  };
}

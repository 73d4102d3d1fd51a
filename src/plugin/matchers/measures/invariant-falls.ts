import type { CrashResult, Swaps } from "../../../core/result.ts";

/** Reserves in whole tokens, or a change of them. */
interface Reserves {
  readonly base: number;
  readonly quote: number;
}

/** A result keeps reserves as doubles: a smaller fall of √(xy) is rounding. */
const RESOLUTION = 1e-12;

/**
 * By how much √(xy) of the pool fell in each block, as a share of it and beyond what liquidity that left explains; 0 in block 0 and where it did not fall.
 *
 * What the swaps of a block do not explain of its change of reserves is liquidity as far as both tokens left, or came, in the proportion of a price that
 * the pool had in the block; of anything else only what is common to both tokens is. Where in the block it came or left is not recorded: it is tried before,
 * between and after the swaps, and the place where the least is missing counts. Where no liquidity came or left in the whole run, nothing is explained by it.
 * Below 10^−12 of √(xy) a fall is not told from rounding, and is none.
 */
export function invariantFalls({ series, swaps, pool }: Pick<CrashResult, "series" | "swaps" | "pool">): readonly number[] {
  const moves = movesOf(swaps);
  const at = (i: number): Reserves => ({ base: series.reserveBase[i] ?? NaN, quote: series.reserveQuote[i] ?? NaN });
  return series.block.map((block, i) => {
    if (i === 0) return 0;
    const [before, after] = [at(i - 1), at(i)];
    const growth = Math.sqrt((after.base / before.base) * (after.quote / before.quote));
    const explained = pool.liquidityChange === 0 ? 1 : leastLiquidity(before, after, moves.get(block) ?? []);
    const fall = 1 - growth / explained;
    // Not a number where a reserve is gone altogether.
    return fall <= RESOLUTION ? 0 : Number.isNaN(fall) ? 1 : fall;
  });
}

/** Factor on √(xy) by which liquidity explains most of a fall, over all places in the block. */
function leastLiquidity(before: Reserves, after: Reserves, swaps: readonly Reserves[]): number {
  const places = [before];
  for (const swap of swaps) places.push(sum(places.at(-1) ?? before, swap));
  const end = places.at(-1) ?? before;
  const left = { base: after.base - end.base, quote: after.quote - end.quote };
  const prices = places.map(({ base, quote }) => quote / base);
  const price = left.quote / left.base;
  // The swaps moved the price farther where liquidity had left before them.
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const room = (high - low) / 2 + 1e-6 * high;
  const isProportional = left.base * left.quote > 0 && price >= low - room && price <= high + room;
  const factors = places.map(({ base, quote }) => {
    const [ofBase, ofQuote] = [left.base / base, left.quote / quote];
    if (isProportional) return Math.sqrt((1 + ofBase) * (1 + ofQuote));
    if (ofBase * ofQuote <= 0) return 1;
    return 1 + Math.sign(ofBase) * Math.min(Math.abs(ofBase), Math.abs(ofQuote));
  });
  return Math.min(...factors);
}

/** What each swap did to the reserves, by block, in the order of the block. */
function movesOf({ block, side, amountIn, amountOut }: Swaps): ReadonlyMap<number, readonly Reserves[]> {
  const moves = new Map<number, Reserves[]>();
  block.forEach((each, i) => {
    const [paid, received] = [Number(amountIn[i]), Number(amountOut[i])];
    const move = side[i] === "sell" ? { base: paid / 1e18, quote: -received / 1e6 } : { base: -received / 1e18, quote: paid / 1e6 };
    const others = moves.get(each);
    if (others === undefined) moves.set(each, [move]);
    else others.push(move);
  });
  return moves;
}

function sum(a: Reserves, b: Reserves): Reserves {
  return { base: a.base + b.base, quote: a.quote + b.quote };
}

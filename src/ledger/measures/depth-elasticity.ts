import { leastSquares, type Line } from "./least-squares.ts";

/**
 * By how many per cent a pool's depth moves for a per cent of price: the slope of the log change of depth on the log change of price, over windows of
 * `horizon` blocks that do not overlap (theory 4.6, T5). A pool with x·y = k alone has ½, since the quote within a given distance is in proportion to L·√p;
 * more than ½ means that liquidity leaves as the price falls, and the excess is the elasticity of L. What leaves late shows over long horizons only. Changes
 * and not levels, for the errors of levels add up, and no standard error of theirs can be believed.
 *
 * @param depth quote that moves the price by a fixed share, one a block, positive
 * @param price at the same blocks
 * @returns null for fewer than five windows and for a price that stands still
 */
export function depthElasticity(depth: readonly number[], price: readonly number[], horizon: number): Line | null {
  const changes = (values: readonly number[]): number[] => {
    const windows = Math.max(0, Math.floor((values.length - 1) / horizon));
    return Array.from({ length: windows }, (_, w) => Math.log((values[(w + 1) * horizon] ?? NaN) / (values[w * horizon] ?? NaN)));
  };
  return leastSquares(changes(price), changes(depth));
}

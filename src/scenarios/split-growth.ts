/** Growth of a pool's liquidity over one interval of its record. */
export interface Growth {
  /** Change of ln √(xy) that fees made; at least 0. */
  readonly fees: number;
  /** The rest, by mints and burns; 0 where the growth looks like fees alone. */
  readonly providers: number;
}

/** Intervals on each side that an interval is compared with. */
const NEIGHBOURS = 6;
/** Deviations from the neighbours' median, in robust standard deviations, beyond which an interval holds a mint or burn. */
const OUTLIER = 6;
/** Changes below this share of the pool are not told from fees. */
const SMALLEST = 1e-4;

/**
 * Tells fees from mints and burns in a record of reserves.
 *
 * Swaps make √(xy) grow by fee × input, whatever their direction: Δ ln √(xy) = fee · volume/value to first order. Mints and burns jump. An
 * interval is taken for a mint or burn when it lies more than six robust standard deviations (1.4826 × median absolute deviation) and 10^-4 from the
 * median of the intervals within an hour of it; its fees are then that median. Any fall is the work of a burn, since fees never shrink a pool.
 *
 * @param base reserves in whole tokens at equal intervals
 * @param quote likewise
 * @returns one entry for each interval, one fewer than reserves
 */
export function splitGrowth(base: readonly number[], quote: readonly number[]): Growth[] {
  const logs = base.map((x, i) => Math.log(x * (quote[i] ?? NaN)) / 2);
  const growth = logs.slice(1).map((log, i) => log - (logs[i] ?? NaN));
  return growth.map((value, i) => {
    const near = growth.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1);
    const middle = Math.max(0, median(near));
    const spread = 1.4826 * median(near.map((other) => Math.abs(other - middle)));
    const rest = value - middle;
    const isJump = Math.abs(rest) > Math.max(SMALLEST, OUTLIER * spread);
    if (isJump) return { fees: middle, providers: rest };
    return value >= 0 ? { fees: value, providers: 0 } : { fees: middle, providers: Math.abs(rest) > SMALLEST ? rest : 0 };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

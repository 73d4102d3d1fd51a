/** Percentiles of the price of gas, in gwei. */
export interface GasPercentiles {
  readonly p30: number;
  readonly p60: number;
  readonly p90: number;
}

/** Price of gas through time. */
export interface GasPrices {
  /** @param time unix seconds */
  at(time: number): GasPercentiles;
}

/** Percentiles over one recorded interval. */
export interface GasRow extends GasPercentiles {
  /** Start of the interval, unix seconds. */
  readonly time: number;
}

/**
 * Recorded gas prices: each row holds at the middle of its interval, straight lines between, the first and last row beyond them.
 *
 * @param rows ascending in time, at least one
 * @param seconds length of an interval
 */
export function recordedGas(rows: readonly GasRow[], seconds: number): GasPrices {
  const first = rows[0];
  if (first === undefined) throw new RangeError("no recorded gas prices");
  return {
    at(time) {
      const middle = time - seconds / 2;
      let low = 0;
      let high = rows.length;
      while (high - low > 1) {
        const mid = (low + high) >> 1;
        if ((rows[mid]?.time ?? Infinity) <= middle) low = mid;
        else high = mid;
      }
      const a = rows[low] ?? first;
      const b = rows[low + 1] ?? a;
      const share = b.time > a.time ? Math.min(1, Math.max(0, (middle - a.time) / (b.time - a.time))) : 0;
      return { p30: mix(a.p30, b.p30, share), p60: mix(a.p60, b.p60, share), p90: mix(a.p90, b.p90, share) };
    },
  };
}

/**
 * The same gas price throughout.
 *
 * @param floor 30th percentile, gwei
 * @param spread what the 90th percentile lies above it, gwei; the 60th is half way
 */
export function constantGas(floor: number, spread: number): GasPrices {
  const prices = { p30: floor, p60: floor + spread / 2, p90: floor + spread };
  return { at: () => prices };
}

/** Exact at both ends and where both are the same. */
function mix(a: number, b: number, share: number): number {
  return share === 1 ? b : a + (b - a) * share;
}

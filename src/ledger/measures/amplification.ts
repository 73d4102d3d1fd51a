/** A crash with its agents beside the same one without them. */
export interface Amplification {
  /** From the first price to the lowest, as a positive log; with the agents. */
  readonly fallOn: number;
  /** The same without them. */
  readonly fallOff: number;
  /** fallOn/fallOff; below 1 the agents made the fall smaller. Null where the price does not fall without them. */
  readonly ratio: number | null;
}

/**
 * How much deeper a price falls with agents than without (theory 4.6, T3). Falls are logs, from the first price to the lowest, each at its own time: then a
 * constant loop gain makes the ratio 1/(1 − g), see `linearAmplification`, whatever the size of the crash. Which blocks count as the crash
 * is the caller's to say.
 */
export function amplification(on: readonly number[], off: readonly number[]): Amplification {
  const [fallOn, fallOff] = [fall(on), fall(off)];
  return { fallOn, fallOff, ratio: fallOff > 0 ? fallOn / fallOff : null };
}

/** What a constant loop gain makes of a move: 1 + g + g² + … = 1/(1 − g), and null from a gain of 1 on and from −1 down, where that sum has no end. */
export function linearAmplification(gain: number): number | null {
  return Math.abs(gain) < 1 ? 1 / (1 - gain) : null;
}

function fall(prices: readonly number[]): number {
  const lowest = prices.reduce((low, each) => Math.min(low, each), Infinity);
  return Math.log((prices[0] ?? NaN) / lowest);
}

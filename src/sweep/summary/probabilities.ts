/** Shares of paths at which a sweep gives quantiles. */
export const PROBABILITIES: readonly number[] = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

/** Shares of worst paths that it gives value at risk and expected shortfall for. */
export const TAILS: readonly number[] = [0.05, 0.01];

/**
 * Loss versus rebalancing of one step, in quote, at most 0: −L(√S1 − √S0)²/√S0, from prices and liquidity alone.
 *
 * It is what an arbitrageur gains who moves a fee-free pool from S0 to S1 and marks at S1, exactly and for a move of any size (one step of the
 * loss of Milionis, Moallemi, Roughgarden and Zhang 2022, Automated Market Making and Loss-Versus-Rebalancing, theorem 1).
 *
 * @param liquidity L = √(base·quote), in whole tokens
 * @param from reference price at the start of the step, quote per base, positive
 * @param to the same at its end
 */
export function bleedOfStep(liquidity: number, from: number, to: number): number {
  return bleedBetweenRoots(liquidity, to - from, Math.sqrt(from), Math.sqrt(to));
}

/** The same for whoever already has the roots of both prices, beside the move between the prices themselves. */
export function bleedBetweenRoots(liquidity: number, move: number, rootFrom: number, rootTo: number): number {
  // √S1 − √S0 as (S1 − S0)/(√S1 + √S0), which does not cancel for small moves.
  const sum = rootTo + rootFrom;
  return (-liquidity * move * move) / (sum * sum * rootFrom);
}

/** Gain of a holding over one step, in quote: base held at its start, a hedge included, times the change of the price. */
export function exposureOfStep(base: number, from: number, to: number): number {
  return base * (to - from);
}

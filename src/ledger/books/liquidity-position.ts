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
  // √S1 − √S0 as (S1 − S0)/(√S1 + √S0), which does not cancel for small moves.
  const root = Math.sqrt(from);
  const move = to - from;
  const sum = Math.sqrt(to) + root;
  return (-liquidity * move * move) / (sum * sum * root);
}

/** Gain of a holding over one step, in quote: base held at its start, a hedge included, times the change of the price. */
export function exposureOfStep(base: number, from: number, to: number): number {
  return base * (to - from);
}

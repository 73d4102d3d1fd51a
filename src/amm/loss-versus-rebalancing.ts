/**
 * Loss versus rebalancing of one step of the price, as a line of the statement, so not positive: −L·(√s1 − √s0)²/√s0.
 *
 * It is the exact profit of whoever moves a fee-free pool from one price to the next, and to second order −V·(return)²/8: Milionis,
 * Moallemi, Roughgarden, Zhang 2022 (arXiv:2208.06046), theorem 1, for x·y = k.
 *
 * @param liquidity L = √(x·y) in whole tokens
 * @param s0 price before, quote per base, positive
 * @param s1 price after, quote per base, positive
 * @returns quote
 */
export function bleed(liquidity: number, s0: number, s1: number): number {
  const root = Math.sqrt(s0);
  const step = Math.sqrt(s1) - root;
  return (-liquidity * step * step) / root;
}

/**
 * Value of a fee-free pool over the value of what was first put in, less one: 2√r/(1 + r) − 1. Not positive.
 *
 * @param ratio price now over price then, positive
 * @returns a share (Pintail 2019, Understanding Uniswap returns)
 */
export function impermanentLoss(ratio: number): number {
  return (2 * Math.sqrt(ratio)) / (1 + ratio) - 1;
}

/**
 * Loss versus rebalancing of a gap, as a share of the pool's value before it: (1 − √(1 + J))²/2. Positive; J²/8 is its second order, and
 * falls short of it for a large fall.
 *
 * @param jump simple return J of the gap, above −1
 */
export function gapLoss(jump: number): number {
  const step = 1 - Math.sqrt(1 + jump);
  return (step * step) / 2;
}

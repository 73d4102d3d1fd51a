/**
 * Value of a fee-free pool over the value of what was first put in, less one: 2√r/(1 + r) − 1. Not positive.
 *
 * @param ratio price now over price then, positive
 * @returns a share (Pintail 2019, Understanding Uniswap returns)
 */
export function impermanentLoss(ratio: number): number {
  return (2 * Math.sqrt(ratio)) / (1 + ratio) - 1;
}

/** Least fee that replaces a pending one: 10 % more, rounded up (Geth's default price bump). */
export function replacementFee(fee: bigint): bigint {
  return (fee * 110n + 99n) / 100n;
}

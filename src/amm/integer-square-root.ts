/**
 * Floor of the square root of a whole number, exact at any size.
 *
 * Newton's iteration (Heron) from the root in doubles: two divisions for numbers of 200 bits, since the first guess has 52 right bits and
 * each step doubles them. The pair's own `Math.sqrt` (v2-core, libraries/Math.sol) gives the same floor by more steps.
 *
 * @param n at least 0; a RangeError otherwise
 */
export function isqrt(n: bigint): bigint {
  if (n < 0n) throw new RangeError(`no square root of a negative number: ${n}`);
  if (n === 0n) return 0n;
  let root = guess(n);
  // After one step from anywhere the iterate is not below the floor of the root; from there it falls until it is there.
  root = (root + n / root) >> 1n;
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** A positive number near the root. */
function guess(n: bigint): bigint {
  const approximate = Math.sqrt(Number(n));
  if (approximate === Infinity) return guess(n >> 512n) << 256n;
  return BigInt(Math.floor(approximate));
}

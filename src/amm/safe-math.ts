import { refusal } from "./refusal.ts";

/** The arithmetic of v2-core's `SafeMath.sol` on unsigned words of 256 bits, with its reasons. */

const largestWord = 2n ** 256n - 1n;

/** What a call says that ran into an invalid instruction, as Solidity before 0.8 compiles a division by zero: nothing. */
const silent = "reverted without a reason";

export function add(x: bigint, y: bigint): bigint {
  const z = x + y;
  if (z > largestWord) throw refusal("ds-math-add-overflow");
  return z;
}

export function sub(x: bigint, y: bigint): bigint {
  if (y > x) throw refusal("ds-math-sub-underflow");
  return x - y;
}

export function mul(x: bigint, y: bigint): bigint {
  const z = x * y;
  if (z > largestWord) throw refusal("ds-math-mul-overflow");
  return z;
}

/** Floor of the quotient; SafeMath has no division, so that one by zero is refused without a word. */
export function div(x: bigint, y: bigint): bigint {
  if (y === 0n) throw refusal(silent);
  return x / y;
}

/** Modulo 2^256, where a contract lets a sum overflow on purpose. */
export function wrapped(x: bigint): bigint {
  return x & largestWord;
}

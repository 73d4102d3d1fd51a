import { refusal } from "../amm/refusal.ts";

const largestWord = 2n ** 256n - 1n;
/** What Solidity 0.8 reverts with at an overflow: `Panic(uint256)` with code 0x11, undecoded. */
const OVERFLOW = `0x4e487b71${"11".padStart(64, "0")}`;

/** Product of unsigned words of 256 bits; refuses one that does not fit, as Solidity does since 0.8. */
export function checkedProduct(...factors: readonly bigint[]): bigint {
  return factors.reduce((product, factor) => {
    const next = product * factor;
    if (next > largestWord) throw refusal(OVERFLOW);
    return next;
  }, 1n);
}

import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import type { SwapFee } from "../../../../core/words.ts";

/**
 * The most of a token that a pair may be asked for when something lies in it above its reserves: the largest out for which (b0·W − in0·f)·(b1·W − in1·f) ≥ r0·r1·W², where b is what is left
 * in the pair, W the whole and f the fee in parts of it (Uniswap V2 whitepaper section 3.2.1, equation 11, solved for an output).
 *
 * @param paid what lies above the reserves; what is paid in the token that is taken out bears the fee too
 * @returns in the smallest unit, rounded down; 0 where nothing may be asked for
 */
export function largestOutput(reserves: Amounts, paid: Amounts, token: keyof Amounts, { kept, whole }: SwapFee): bigint {
  const other = token === "base" ? "quote" : "base";
  const leftOther = reserves[other] * whole + paid[other] * kept;
  if (leftOther === 0n) return 0n;
  const product = reserves.base * reserves.quote * whole * whole;
  const needed = (product + leftOther - 1n) / leftOther;
  const there = reserves[token] * whole + paid[token] * kept;
  return there > needed ? (there - needed) / whole : 0n;
}

import type { Random } from "./random.ts";
import { threefry } from "./threefry.ts";
import { xoshiro } from "./xoshiro.ts";

const TWO_TO_THE_32 = 4_294_967_296;
/** Sets these keys apart from any other use of the map; the fractional digits of π. */
const DOMAIN = [0x243f6a88, 0x85a308d3] as const;

/**
 * The stream of one path of many. It depends on its arguments alone, so that any split of paths over workers draws the same numbers.
 *
 * For one seed, different (index, lane) begin at different 128-bit states of xoshiro128++ for certain, because a block cipher with the seed as key
 * makes the state from them. That two of 10^7 paths with 10^6 draws each overlap anywhere in the period has a probability of about 10^−18.
 *
 * @param seed a safe integer
 * @param index number of the path, a safe integer from 0
 * @param lane who draws on this path, a 32-bit integer from 0: what one draws does not change what another one does
 */
export function pathStream(seed: number, index: number, lane = 0): Random {
  const key = [seed | 0, Math.floor(seed / TWO_TO_THE_32) | 0, ...DOMAIN] as const;
  const counter = [index | 0, Math.floor(index / TWO_TO_THE_32) | 0, lane | 0, 0] as const;
  const [s0, s1, s2, s3] = threefry(key, counter);
  return xoshiro(s0, s1, s2, s3);
}

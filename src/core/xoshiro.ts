import type { Random } from "./random.ts";

const TWO_TO_THE_26 = 67_108_864;
const TWO_TO_THE_MINUS_53 = 1 / (TWO_TO_THE_26 * TWO_TO_THE_26 * 2);

/**
 * xoshiro128++ (Blackman and Vigna 2021, Scrambled linear pseudorandom number generators, ACM TOMS 47(4)), period 2^128 − 1. Each uniform is made of
 * the upper 27 bits of one output and the upper 26 of the next: a multiple of 2^−53 in [0, 1).
 *
 * @param s0 with the other three the 128-bit state as signed 32-bit words, not all zero
 */
export function xoshiro(s0: number, s1: number, s2: number, s3: number): Random {
  if ((s0 | s1 | s2 | s3) === 0) throw new RangeError("the state must not be zero");
  // The step is written twice and the words are local, which is what makes it fast.
  return () => {
    let high = (s0 + s3) | 0;
    high = (((high << 7) | (high >>> 25)) + s0) | 0;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    let low = (s0 + s3) | 0;
    low = (((low << 7) | (low >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    return ((high >>> 5) * TWO_TO_THE_26 + (low >>> 6)) * TWO_TO_THE_MINUS_53;
  };
}

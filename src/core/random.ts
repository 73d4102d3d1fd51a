import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of uniform numbers in [0, 1). Whoever draws is handed one; nobody makes one for themselves. */
export type Random = () => number;

/**
 * The stream that a seed and a name stand for. Streams of different names are independent for our purposes: adding a participant does not
 * change what another one draws.
 *
 * @param seed a safe integer
 * @param name who draws, such as `path` or `trader`
 * @returns 53-bit uniforms of xoroshiro128+ (Blackman and Vigna 2018, Scrambled linear pseudorandom number generators)
 */
export function stream(seed: number, name: string): Random {
  const generator = xoroshiro128plus(hash(`${seed}/${name}`));
  return () => uniformFloat64(generator);
}

/** FNV-1a over UTF-16 code units, finished with the mixer of MurmurHash3; 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

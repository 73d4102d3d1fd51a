/** Four 32-bit words. */
type Words = readonly [number, number, number, number];

/** Skein's key-schedule parity for 32-bit words. */
const PARITY = 0x1bd11bda;
const BLOCKS_OF_FOUR_ROUNDS = 5;

/**
 * Threefry-4x32 with 20 rounds: for each key a one-to-one map of 128-bit counters onto 128-bit blocks, so that two counters never give the same
 * block (Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3, section 4.3).
 *
 * @param key any integers; their low 32 bits count
 * @param counter likewise
 * @returns signed 32-bit words
 */
export function threefry(key: Words, counter: Words): Words {
  let [k0, k1, k2, k3] = key;
  let k4 = k0 ^ k1 ^ k2 ^ k3 ^ PARITY;
  let x0 = (counter[0] + k0) | 0;
  let x1 = (counter[1] + k1) | 0;
  let x2 = (counter[2] + k2) | 0;
  let x3 = (counter[3] + k3) | 0;
  for (let block = 1; block <= BLOCKS_OF_FOUR_ROUNDS; block += 1) {
    const isOdd = (block & 1) === 1;
    // In every second round the second and the fourth word stand in each other's place.
    x0 = (x0 + x1) | 0;
    x1 = rotate(x1, isOdd ? 10 : 6) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = rotate(x3, isOdd ? 26 : 20) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = rotate(x3, isOdd ? 11 : 17) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = rotate(x1, isOdd ? 21 : 11) ^ x2;
    x0 = (x0 + x1) | 0;
    x1 = rotate(x1, isOdd ? 13 : 25) ^ x0;
    x2 = (x2 + x3) | 0;
    x3 = rotate(x3, isOdd ? 27 : 10) ^ x2;
    x0 = (x0 + x3) | 0;
    x3 = rotate(x3, isOdd ? 23 : 18) ^ x0;
    x2 = (x2 + x1) | 0;
    x1 = rotate(x1, isOdd ? 5 : 20) ^ x2;
    // The five words of the key take turns.
    const first = k0;
    k0 = k1;
    k1 = k2;
    k2 = k3;
    k3 = k4;
    k4 = first;
    x0 = (x0 + k0) | 0;
    x1 = (x1 + k1) | 0;
    x2 = (x2 + k2) | 0;
    x3 = (x3 + k3 + block) | 0;
  }
  return [x0, x1, x2, x3];
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

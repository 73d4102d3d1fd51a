/** Where a double has its sign in a pair of 32-bit words: the second, or the first on a big-endian processor. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Room for a few values of one column at a time, and the two halves of their keys (`keyOf`) as signed 32-bit numbers. */
export class ValueBlock {
  readonly values: Float64Array;
  readonly #words: Int32Array;
  /** Values that are in it. */
  count = 0;

  constructor(room: number) {
    this.values = new Float64Array(room);
    this.#words = new Int32Array(this.values.buffer);
  }

  // The key of a negative number is minus its size: in 64 bits all bits are turned over and 1 is added, which comes to the upper half if the lower is 0.

  upperKey(i: number): number {
    const high = this.#words[2 * i + HIGH]!;
    if (high >= 0) return high;
    return (high ^ 0x7fffffff) + (this.#words[2 * i + 1 - HIGH] === 0 ? 1 : 0);
  }

  lowerKey(i: number): number {
    const low = this.#words[2 * i + 1 - HIGH]!;
    return this.#words[2 * i + HIGH]! < 0 ? -low | 0 : low;
  }
}

/** 2^−64: in units of 2^64 no sum of finite doubles overflows, as long as they are fewer than 2^64. */
const SMALL = 5.421010862427522e-20;

/**
 * The mean of a tail of least values, from one reading of the column: those strictly below the tail's threshold are summed and counted, and the rest of
 * the tail is the threshold itself, however many values are equal to it. What the sum rounds off is carried along (Knuth, The Art of Computer
 * Programming, volume 2, section 4.2.2, theorem B).
 */
export class TailSum {
  readonly #weight: number;
  readonly #least: number;
  readonly #threshold: number;
  #unit = 1;
  #sum = 0;
  #carry = 0;
  #count = 0;

  /**
   * @param weight how many values the tail has, above 0 and not always a whole number
   * @param least of the column
   * @param threshold no more than `weight` values lie below it, and no fewer up to it
   */
  constructor(weight: number, least: number, threshold: number) {
    this.#weight = weight;
    this.#least = least;
    this.#threshold = threshold;
  }

  add(values: Float64Array): void {
    if (this.#tryToAdd(values)) return;
    this.#unit *= SMALL;
    this.#sum *= SMALL;
    this.#carry *= SMALL;
    this.#tryToAdd(values);
  }

  mean(): number {
    const threshold = this.#threshold;
    if (this.#count === 0) return threshold;
    const below = (this.#sum + this.#carry) / this.#weight / this.#unit;
    const mean = below + ((this.#weight - this.#count) / this.#weight) * threshold;
    return Math.min(Math.max(mean, this.#least), threshold) + 0;
  }

  /** Leaves everything as it was, and gives false, where the sum overflows. */
  #tryToAdd(values: Float64Array): boolean {
    const [threshold, unit] = [this.#threshold, this.#unit];
    let [sum, carry, count] = [this.#sum, this.#carry, this.#count];
    for (let i = 0; i < values.length; i += 1) {
      if (!(values[i]! < threshold)) continue;
      const value = values[i]! * unit;
      const next = sum + value;
      const added = next - sum;
      carry += sum - (next - added) + (value - added);
      sum = next;
      count += 1;
    }
    if (!Number.isFinite(sum + carry)) return false;
    this.#sum = sum;
    this.#carry = carry;
    this.#count = count;
    return true;
  }
}

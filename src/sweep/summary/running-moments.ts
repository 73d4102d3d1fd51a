import { batchLength } from "./batch-length.ts";

/** Values that are summed before they are joined with those before them: the error of plain sums stays at some units in the last place. */
const BLOCK = 512;
/** 2^600 and 2^−600. */
const LARGE = 4.149515568880993e180;
const SMALL = 2.409919865102884e-181;
/** 2^480 and 2^−400: squares of deviations between numbers within these two neither overflow nor vanish. */
const HUGE = 3.1217485503159922e144;
const TINY = 3.8725919148493183e-121;

/**
 * Mean and squared deviations of every column, in one pass and in the memory of a few numbers a column. A block of values is summed twice, the second
 * time about its own mean (the corrected two-pass algorithm of Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance), and joined
 * with those before it (Chan, Golub and LeVeque 1979, Updating formulae and a pairwise algorithm for computing sample variances); what the joins round
 * off is carried along. A column of very large or of only very small numbers is measured in another power of two, so that no square leaves the range
 * of doubles.
 */
export class RunningMoments {
  readonly #units: Float64Array;
  readonly #means: Float64Array;
  readonly #meanCarries: Float64Array;
  readonly #squares: Float64Array;
  readonly #squareCarries: Float64Array;
  /** Of each column so far; ∞ and −∞ before the first value. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Values in each column so far. */
  count = 0;

  constructor(columns: number) {
    const zeros = (): Float64Array => new Float64Array(columns);
    this.#units = zeros().fill(LARGE);
    this.#means = zeros();
    this.#meanCarries = zeros();
    this.#squares = zeros();
    this.#squareCarries = zeros();
    this.least = zeros().fill(Infinity);
    this.greatest = zeros().fill(-Infinity);
  }

  /** @throws RangeError for a value that is not finite, naming its column, and for a batch of another shape */
  add(batch: readonly Float64Array[]): void {
    const length = batchLength(batch, this.#units.length);
    for (let column = 0; column < batch.length; column += 1) {
      for (let from = 0; from < length; from += BLOCK) {
        this.#join(column, batch[column]!, from, Math.min(from + BLOCK, length), this.count + from);
      }
    }
    this.count += length;
  }

  mean(column: number): number {
    const [least, greatest] = [this.least[column]!, this.greatest[column]!];
    const mean = (this.#means[column]! + this.#meanCarries[column]!) / this.#units[column]!;
    return Math.min(Math.max(mean, least), greatest) + 0;
  }

  /** With n − 1 in the denominator: NaN for a single value, exactly 0 where all values are the same. */
  deviation(column: number): number {
    if (this.count === 1) return NaN;
    if (this.least[column] === this.greatest[column]) return 0;
    const squares = this.#squares[column]! + this.#squareCarries[column]!;
    return Math.sqrt(squares / (this.count - 1)) / this.#units[column]!;
  }

  #join(column: number, values: Float64Array, from: number, to: number, before: number): void {
    let [sum, least, greatest] = [0, this.least[column]!, this.greatest[column]!];
    for (let i = from; i < to; i += 1) {
      const value = values[i]!;
      sum += value;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (!Number.isFinite(sum)) checkFinite(values, column);
    this.least[column] = least;
    this.greatest[column] = greatest;
    const unit = this.#unitFor(column, Math.max(-least, greatest));

    const length = to - from;
    const mean = unit === 1 ? sum / length : sumIn(unit, values, from, to) / length;
    let [rest, squares] = [0, 0];
    for (let i = from; i < to; i += 1) {
      const deviation = values[i]! * unit - mean;
      rest += deviation;
      squares += deviation * deviation;
    }
    squares = Math.max(squares - (rest * rest) / length, 0);

    if (before === 0) {
      this.#means[column] = mean;
      this.#meanCarries[column] = rest / length;
      this.#squares[column] = squares;
      return;
    }
    const ahead = mean - this.#means[column]! + (rest / length - this.#meanCarries[column]!);
    const share = length / (before + length);
    addTo(this.#means, this.#meanCarries, column, ahead * share);
    addTo(this.#squares, this.#squareCarries, column, squares + ahead * ahead * (before * share));
  }

  /** The column's unit, for numbers up to this size; what was summed in another is converted. */
  #unitFor(column: number, size: number): number {
    const unit = size >= HUGE ? SMALL : size < TINY ? LARGE : 1;
    const ratio = unit / this.#units[column]!;
    if (ratio !== 1) {
      this.#units[column] = unit;
      for (const once of [this.#means, this.#meanCarries]) once[column]! *= ratio;
      for (const squared of [this.#squares, this.#squareCarries]) squared[column] = squared[column]! * ratio * ratio;
    }
    return unit;
  }
}

/** Adds to a sum, and what that rounds off to its carry (Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B). */
function addTo(sums: Float64Array, carries: Float64Array, column: number, value: number): void {
  const before = sums[column]!;
  const sum = before + value;
  const added = sum - before;
  sums[column] = sum;
  carries[column]! += before - (sum - added) + (value - added);
}

function sumIn(unit: number, values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]! * unit;
  return sum;
}

function checkFinite(values: Float64Array, column: number): void {
  const value = values.find((each) => !Number.isFinite(each));
  if (value !== undefined) throw new RangeError(`column ${column} has the value ${value}`);
}

/** A stretch of numbers in which wanted ranks of a column lie. */
export interface RankInterval {
  /** Least and greatest number that may lie in it, both of them in it. */
  readonly low: number;
  readonly high: number;
  /** Values of the column below it, and in it. */
  readonly before: number;
  readonly count: number;
  /** Place of the first wanted rank in it among those of the column, and of the first after it. */
  readonly first: number;
  readonly end: number;
}

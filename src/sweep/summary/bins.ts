/** Bins of equal width, for one column. */
export interface Bins {
  /** Its place in the batches. */
  readonly column: number;
  readonly from: number;
  /** Not below `from`, and not further above than the largest double. */
  readonly to: number;
  /** A whole number, at least 1. */
  readonly bins: number;
}

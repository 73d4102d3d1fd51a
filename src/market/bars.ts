/** One bar of a recorded price. */
export interface Bar {
  /** Start of the bar, unix seconds. */
  readonly time: number;
  /** Quote per base, like the other three; low ≤ open, close ≤ high. */
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Bars in order of time. */
export interface BarSeries {
  readonly bars: readonly Bar[];
  /** Length of every bar in seconds; where bars are farther apart, some are missing. */
  readonly seconds: number;
}

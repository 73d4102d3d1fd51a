/** How far the pool stood from the reference market over a run. */
export interface GapStatistics {
  /** |pool price / reference price − 1| after each block. */
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

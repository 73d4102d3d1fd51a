/** What a sweep found. */
export interface SweepFinding {
  /** A plain sentence that turns when the numbers turn. */
  readonly sentence: string;
  /** The numbers behind it, with their intervals. */
  readonly evidence: string;
}

/** What a rule has against a step or an operation. */
export interface Finding {
  /** What was found and what would have been right, in units that the text names. */
  readonly measured: bigint;
  readonly allowed: bigint;
  readonly text: string;
}

/** A table as text, for terminal and page alike. */
export interface MevTable {
  /** Unique in a report. */
  readonly caption: string;
  readonly head: readonly string[];
  /** How many columns from the left are text; at least 1. */
  readonly labels: number;
  readonly rows: readonly (readonly string[])[];
  /** Whether the last row is the sum of those above. */
  readonly hasSum?: boolean;
}

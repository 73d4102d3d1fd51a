/** How much memory a selection of ranks may use. Any limits give the same ranks; narrow ones take more passes. */
export interface SelectionLimits {
  /** Bytes for values and counts of all columns that are worked off together; a single column has at least 8 for each of its ranks. */
  readonly budget: number;
  /** Bytes that a column must have to itself before another is worked off beside it. */
  readonly columnBytes: number;
  /** Most buckets that an interval is cut into in one pass, at least 2. */
  readonly buckets: number;
}

/** 128 MiB, and 2^16 buckets: sign, exponent and four more bits in the first pass where a column has numbers of all sizes. */
export const SELECTION_LIMITS: SelectionLimits = { budget: 134_217_728, columnBytes: 65_536, buckets: 65_536 };

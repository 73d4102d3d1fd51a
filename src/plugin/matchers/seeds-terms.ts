/** Over how many seeds at most, and how sure one wants to be of the answer. */
export interface SeedsTerms {
  readonly seeds: number;
  /** Above ½, below 1. */
  readonly level: number;
}

/** A limit, and on which side of it a number is to be; the limit itself is allowed. */
export interface Limit {
  readonly bound: "at most" | "at least";
  readonly limit: number;
}

/** Whether a number is within its limit; what is no number is not. */
export function isWithin({ bound, limit }: Limit, value: number): boolean {
  return bound === "at most" ? value <= limit : value >= limit;
}

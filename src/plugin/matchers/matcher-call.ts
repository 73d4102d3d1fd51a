import type { MatcherName } from "./matcher-name.ts";

/** A matcher as it was called. */
export interface MatcherCall {
  readonly matcher: MatcherName;
  /** Its arguments, without those at the end that are undefined. */
  readonly given: readonly unknown[];
  /** Whether after `not`. */
  readonly negated: boolean;
  /** The error of a failed assertion, which points at the call. */
  readonly failure: (message: string, found: number, limit: number) => Error;
}

import type { Bar } from "./bars.ts";

/** A day's trading at a market that closes, as one bar: it begins at the bell, `time`, and its close is the price at `closesAt`. */
export interface Session extends Bar {
  /** Unix seconds of the closing bell. */
  readonly closesAt: number;
}

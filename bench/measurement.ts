import type { Spent } from "./stopwatch.ts";

/** Count and clock milliseconds of the requests of a method. */
export interface MethodTime {
  readonly count: number;
  readonly wall: number;
}

/** What a side of the benchmark reports of one run. */
export interface Measurement {
  /** The part of the run that is compared. */
  readonly chain: Spent;
  /** The parts of the run around it, by name. */
  readonly parts: Readonly<Record<string, Spent>>;
  /** Clock time by method, where requests were timed one by one. */
  readonly methods?: Readonly<Record<string, MethodTime>>;
}

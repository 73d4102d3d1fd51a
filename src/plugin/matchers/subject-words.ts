import type { CrashResult } from "../../core/result.ts";

/** What a message calls the run that it is about. */
export interface SubjectWords {
  readonly scenario: string;
  readonly pool: string;
  readonly seed: number;
}

/** Those of a run that ended. */
export function subjectWords({ scenario, pool, seed }: CrashResult): SubjectWords {
  return { scenario: scenario.name, pool: pool.name, seed };
}

import type { SweepPlan } from "../plan/plan.ts";

/** What every thread is given when it begins. */
export interface ThreadJob {
  readonly plan: SweepPlan;
  /** Of the sweep's manifest. */
  readonly digest: string;
}

import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { SweepPlan } from "../../src/sweep/plan/plan.ts";
import { planSweep } from "../../src/sweep/plan/plan-sweep.ts";

/** A plan of two cells and short paths, in chunks of four paths each. */
export function smallPlan(paths = 40, seed = 1): SweepPlan {
  const plan = planSweep({
    scenario: findScenario("gbm"),
    seed,
    paths,
    axes: [{ key: "pool.fee", values: [0.0005, 0.003] }],
    set: { "process.days": 0.01, "mempool.blockProcess": "fixed" },
  });
  return { ...plan, pathsPerChunk: 4 };
}

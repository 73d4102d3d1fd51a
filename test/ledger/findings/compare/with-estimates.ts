import type { Comparison, SeedEstimate } from "../../../../src/core/comparison.ts";
import { makeComparison } from "../../../report/compare/fixture.ts";

type Unsaid = Pick<Comparison, "scenarios" | "between">;

/** The fixture with every one of its estimates put through a change. */
export function withEstimates(change: (estimate: SeedEstimate) => SeedEstimate, { scenarios, between }: Unsaid = makeComparison()): Unsaid {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    if ("value" in value && "interval" in value) return change(value as SeedEstimate);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return { scenarios: walk(scenarios) as Comparison["scenarios"], between: walk(between) as Comparison["between"] };
}

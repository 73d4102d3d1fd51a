import { pathScenario } from "../../src/scenarios/path-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

/** Twelve seconds a block, from these prices one after the other. */
export function steppedPath(...prices: readonly number[]): Scenario {
  const rows = prices.map((price, i) => `${new Date(Date.UTC(2023, 0, 1) + 12_000 * i).toISOString()},${price}`);
  return pathScenario("steps.csv", ["time,price", ...rows].join("\n"));
}

import type { ComparedScenario, SeedEstimate } from "../../../core/comparison.ts";
import type { Measure } from "./say.ts";

/**
 * The same number of each crash that has it.
 *
 * @param path of it in a scenario, with stable names in place of indexes
 */
export function ofEach(
  scenarios: readonly ComparedScenario[],
  path: string,
  of: (scenario: ComparedScenario) => SeedEstimate | null | undefined,
): readonly Measure[] {
  return scenarios.flatMap((scenario) => {
    const estimate = of(scenario);
    return estimate === null || estimate === undefined
      ? []
      : [{ where: scenario.short, field: `scenarios.${scenario.name}.${path}`, estimate }];
  });
}

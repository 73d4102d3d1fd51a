import type { Comparison } from "../../core/comparison.ts";
import { decimal, percent, signedPercent } from "../number-format.ts";

/** How much was run, in a line. */
export function compareSize({ scenarios, seed, seeds }: Pick<Comparison, "scenarios" | "seed" | "seeds">): string {
  const each = scenarios.map(
    ({ short, blocks, return: move, volatilityPerDay }) =>
      `${short} ${signedPercent(move.value, 1)} in ${decimal(blocks)} blocks, ${percent(volatilityPerDay.value, 1)} volatility a day`,
  );
  return `${each.join("; ")}; ${seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`}`;
}

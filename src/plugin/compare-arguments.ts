import { DEFAULT_PAIR } from "../compare.ts";
import { InputError } from "../core/errors.ts";
import { type CrashArguments, DEFAULTS } from "./arguments.ts";

/** What the task `crash compare` gets from Hardhat. */
export interface CompareArguments extends Omit<CrashArguments, "scenario" | "path"> {
  readonly scenarios: readonly string[];
  readonly seeds: string;
}

/** What the options are when nobody says anything. */
export const COMPARE_DEFAULTS = {
  scenarios: [...DEFAULT_PAIR],
  seed: DEFAULTS.seed,
  seeds: "10",
  engine: "twin",
  path: DEFAULTS.path,
  out: "results/compare-ONE-OTHER-SEED",
  set: DEFAULTS.set,
} as const;

/**
 * Two names, which are looked up later.
 *
 * @throws InputError `COMPARE_TWO` for any other number of them
 */
export function parsePair(names: readonly string[]): readonly [string, string] {
  const [one, other, ...more] = names;
  if (one !== undefined && other !== undefined && more.length === 0) return [one, other];
  throw new InputError("COMPARE_TWO", "a comparison is of two scenarios", {
    value: names.join(" "),
    allowed: `two names, such as ${DEFAULT_PAIR.join(" ")}`,
  });
}

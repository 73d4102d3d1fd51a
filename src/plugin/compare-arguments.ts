import { InputError } from "../core/errors.ts";
import { type CrashArguments, DEFAULTS } from "./arguments.ts";
import { orConfigured } from "./or-configured.ts";

/** What the task `crash compare` gets from Hardhat. */
export interface CompareArguments extends Omit<CrashArguments, "scenario" | "path" | "pool"> {
  readonly scenarios: readonly string[];
  readonly seeds: string;
}

/** What the options are when nobody says anything; the pair is the library's, which would load all of it. */
export const COMPARE_DEFAULTS = {
  scenarios: ["black-thursday-2020", "black-monday-1987"],
  seed: DEFAULTS.seed,
  seeds: "10",
  engine: orConfigured("twin"),
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
    allowed: `two names, such as ${COMPARE_DEFAULTS.scenarios.join(" ")}`,
  });
}

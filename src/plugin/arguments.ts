import type { Engine } from "../crash.ts";
import { checkSeed } from "../core/check-seed.ts";
import { InputError } from "../core/errors.ts";
import { BUILT_IN } from "./config/built-in.ts";
import { orConfigured } from "./or-configured.ts";

/** What the task gets from Hardhat; everything that can be wrong is checked here or behind it. */
export interface CrashArguments {
  readonly scenario: string;
  readonly seed: string;
  readonly engine: string;
  readonly pool: string;
  readonly path: string;
  readonly out: string;
  readonly set: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What the options are when nobody says anything: words that help shows, so that an empty value is never taken for none. */
export const DEFAULTS = {
  scenario: orConfigured(BUILT_IN.scenario),
  seed: orConfigured(BUILT_IN.seed),
  engine: orConfigured("chain"),
  pool: orConfigured(BUILT_IN.pool),
  path: "the scenario's own",
  out: `${BUILT_IN.out}/SCENARIO-SEED`,
  set: "none",
} as const;

/** @throws InputError `SEED_INVALID` for anything but a whole number from 0 to 2^53 − 1 */
export function parseSeed(text: string): number {
  return checkSeed(/^\d+$/.test(text) ? Number(text) : NaN, text);
}

/** @throws InputError `ENGINE_UNKNOWN` for anything but the engines that exist */
export function parseEngine(engine: string): Engine {
  if (engine === "chain" || engine === "twin") return engine;
  throw new InputError("ENGINE_UNKNOWN", `there is no engine ${engine}`, { value: engine, allowed: "chain or twin" });
}

/**
 * An option's value, or undefined where it is the default.
 *
 * @throws InputError `ARGUMENT_EMPTY` for an option that is given without a value, as by a script whose variable is empty
 */
export function given(
  option: "path" | "out" | "set",
  value: string,
  allowed: string,
  defaults: Readonly<Record<typeof option, string>> = DEFAULTS,
): string | undefined {
  if (value.trim() === "") throw new InputError("ARGUMENT_EMPTY", `--${option} is given without a value`, { value, allowed });
  return value === defaults[option] ? undefined : value;
}

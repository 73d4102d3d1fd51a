import { parseOverrides } from "../scenarios/parse-overrides.ts";
import { given } from "./arguments.ts";
import type { CrashConfig } from "./config/crash-config.ts";

/**
 * The settings of a run: the configuration's, and over them the command line's.
 *
 * @param said the value of `--set`, or its default in words
 * @throws InputError for `--set` without a value, and for anything that is no list of settings
 */
export function chosenSettings(said: string, configured: CrashConfig["set"]): ReadonlyMap<string, string> {
  const overrides = given("set", said, "key=value[,key=value…]");
  const kept = Object.entries(configured).map(([key, value]): [string, string] => [key, String(value)]);
  return new Map([...kept, ...(overrides === undefined ? [] : parseOverrides(overrides))]);
}

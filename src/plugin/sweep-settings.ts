import type { SweepEngine } from "../sweep/plan/plan.ts";
import { hasPart } from "../sweep/plan/kernel-part.ts";
import { chosenSettings } from "./chosen-settings.ts";
import type { CrashConfig } from "./config/crash-config.ts";

/**
 * The settings of a sweep: the configuration's, unless they are axes or have no part in it, and over them the command line's.
 *
 * @param said the value of `--set`, or its default in words
 * @param axes by full name
 * @param notice is told in a sentence which settings of the configuration have no part
 * @throws what `chosenSettings` throws
 */
export function sweepSettings(
  said: string,
  configured: CrashConfig["set"],
  { axes, engine, notice }: { readonly axes: readonly string[]; readonly engine: SweepEngine; readonly notice: (sentence: string) => void },
): ReadonlyMap<string, string> {
  const kept = Object.entries(configured).filter(([key]) => !axes.includes(key));
  const idle = kept.filter(([key]) => !hasPart(engine, key)).map(([key]) => key);
  if (idle.length > 0) notice(`The configuration's ${idle.join(", ")} has no part in a sweep of the ${engine}.`);
  return chosenSettings(said, Object.fromEntries(kept.filter(([key]) => !idle.includes(key))));
}

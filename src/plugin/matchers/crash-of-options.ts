import { argumentError } from "./arguments/argument-error.ts";
import type { CrashOptions } from "../../crash.ts";

/** What compares runs with each other; a matcher makes its own runs. */
const COMPARISONS = ["without", "protect", "seeds"] as const;

/** @throws InputError `MATCHER_ARGUMENT` for what is no options of a run, or of a comparison of runs */
export function crashOfOptions(options: unknown): CrashOptions {
  if (typeof options !== "object" || options === null)
    throw argumentError("crashOf", "the options of a run are no object", options, "the options of runCrash");
  const comparison = COMPARISONS.find((name) => name in options);
  if (comparison === undefined) return options;
  throw argumentError(
    "crashOf",
    "a matcher compares no runs",
    comparison,
    "settings in `set` instead, and `over(seeds)` for several seeds",
  );
}

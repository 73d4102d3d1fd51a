import { InputError } from "../../../../core/errors.ts";

/** What a probe throws where the pool will not do what is to be measured. */
export function refused(what: string, reason: string | undefined): InputError {
  return new InputError("POOL_REFUSES", `the pool reverts on ${what}: ${reason ?? "without a reason"}`);
}

/** What a probe throws where there is nothing to measure. */
export function nothingToMeasure(why: string): InputError {
  return new InputError("PROBE_NOTHING", why);
}

import type { MatcherName } from "../matcher-name.ts";
import { argumentError } from "./argument-error.ts";

/** @throws InputError `MATCHER_ARGUMENT` for anything but one of the values that are allowed */
export function checkOneOf<T>(matcher: MatcherName, name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw argumentError(matcher, `there is no such ${name}`, value, allowed.join(", "));
}

import type { MatcherName } from "../matcher-name.ts";
import { argumentError } from "./argument-error.ts";

/** @throws InputError `MATCHER_ARGUMENT` for more arguments than a matcher has */
export function checkCount(matcher: MatcherName, given: readonly unknown[], most: number): void {
  if (given.length > most) throw argumentError(matcher, "there are too many arguments", given[most], `at most ${most}`);
}

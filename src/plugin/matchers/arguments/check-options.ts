import type { MatcherName } from "../matcher-name.ts";
import { argumentError } from "./argument-error.ts";

/**
 * A matcher's options, each yet to be checked.
 *
 * @param given what stands in their place; undefined for none
 * @throws InputError `MATCHER_ARGUMENT` for anything but an object, and for a name that is none of theirs
 */
export function checkOptions<Name extends string>(
  matcher: MatcherName,
  given: unknown,
  names: readonly Name[],
): Readonly<Partial<Record<Name, unknown>>> {
  const allowed = `an object with ${names.join(", ")}`;
  if (given === undefined) return {} as Readonly<Partial<Record<Name, unknown>>>;
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw argumentError(matcher, "options are no object", given, allowed);
  const unknown = Object.keys(given).find((key) => !(names as readonly string[]).includes(key));
  if (unknown !== undefined) throw argumentError(matcher, "there is no such option", unknown, allowed);
  return given as Readonly<Partial<Record<Name, unknown>>>;
}

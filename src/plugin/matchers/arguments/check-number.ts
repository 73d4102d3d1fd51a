import type { MatcherName } from "../matcher-name.ts";
import { argumentError } from "./argument-error.ts";

/** What a number is called and between which numbers it lies, both allowed. */
export interface NumberRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** A few words instead of the two numbers. */
  readonly allowed?: string;
}

/** @throws InputError `MATCHER_ARGUMENT` for anything but a number in range */
export function checkNumber(matcher: MatcherName, value: unknown, range: NumberRange): number {
  if (typeof value === "number" && value >= range.least && value <= range.most) return value;
  const allowed = range.allowed ?? `a number from ${range.least} to ${range.most}`;
  throw argumentError(matcher, `${range.name} is ${typeof value === "number" ? "out of range" : "no number"}`, value, allowed);
}

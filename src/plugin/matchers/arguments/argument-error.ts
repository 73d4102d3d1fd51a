import { InputError } from "../../../core/errors.ts";
import type { MatcherName } from "../matcher-name.ts";

/** What an argument that makes no sense is refused with: code `MATCHER_ARGUMENT`, what was given and what is allowed. */
export function argumentError(
  matcher: MatcherName | "over" | "atConfidence" | "crashOf",
  problem: string,
  value: unknown,
  allowed: string,
): InputError {
  return new InputError("MATCHER_ARGUMENT", `${matcher}: ${problem}`, { value: written(value), allowed });
}

function written(value: unknown): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value);
}

import type { Finding } from "../core/result.ts";
import { cleanText } from "./clean-text.ts";
import { significant } from "./number-format.ts";

/** What stands behind a finding's number: its value, its interval and what that means. */
export function findingInterval(finding: Finding): string {
  const basis = cleanText(finding.basis);
  const ending = basis === "" ? "" : `; ${basis}`;
  if (finding.interval === null) return `${significant(finding.value)}${ending}`;
  const [low, high] = finding.interval;
  return `${significant(finding.value)}, interval ${significant(low)} to ${significant(high)}${ending}`;
}

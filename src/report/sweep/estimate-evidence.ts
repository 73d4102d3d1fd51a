import type { Estimate } from "../../core/sweep-summary.ts";
import { significant } from "../number-format.ts";

/** What stands behind a sentence: `lp.premium = 3,225, interval 3,101 to 3,349`. */
export function estimateEvidence(name: string, { mean, interval }: Estimate): string {
  const ends = interval === null ? "" : `, interval ${significant(interval[0])} to ${significant(interval[1])}`;
  return `${name} = ${significant(mean)}${ends}`;
}

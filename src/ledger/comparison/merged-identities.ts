import type { CrashResult, IdentityReport } from "../../core/result.ts";

/** The identities of several runs together: all checks, and the largest gap of each. */
export function mergedIdentities(runs: readonly Pick<CrashResult, "identities">[]): readonly IdentityReport[] {
  return (runs[0]?.identities ?? []).map((first) => {
    const all = runs.flatMap(({ identities }) => identities.filter(({ identity }) => identity === first.identity));
    return {
      ...first,
      checks: all.reduce((sum, { checks }) => sum + checks, 0),
      largestGap: all.reduce((most, { largestGap }) => Math.max(most, largestGap), 0),
      tolerance: all.reduce((least, { tolerance }) => Math.min(least, tolerance), Infinity),
    };
  });
}

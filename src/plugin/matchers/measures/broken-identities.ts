import type { IdentityReport } from "../../../core/result.ts";

/** The four, in their order; the gaps of the last three are counted in smallest units and may not be anything but 0. */
const IDENTITIES = [1, 2, 3, 4] as const;

/** What is wrong with each identity of the ledger that does not hold, in words; none where all do. One that was never checked does not. */
export function brokenIdentities(identities: readonly IdentityReport[]): readonly string[] {
  return IDENTITIES.flatMap((identity) => {
    const reports = identities.filter((each) => each.identity === identity && each.checks > 0);
    if (reports.length === 0) return [`identity ${identity} was never checked`];
    const broken = reports.filter(({ largestGap, tolerance }) => !(largestGap <= (identity === 1 ? tolerance : 0)));
    return broken.map(({ name, largestGap, unit }) => `identity ${identity} (${name}) has a gap of ${largestGap} ${unit}`);
  });
}

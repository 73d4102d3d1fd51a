import { checkCount } from "./arguments/check-count.ts";
import type { Claim } from "./claim.ts";
import { brokenIdentities } from "./measures/broken-identities.ts";

/**
 * `conserveTokens()`: the ledger's identities hold. The gaps of the pool's value (2), of every account's balance (3) and of the sums over all accounts (4),
 * which are counted in smallest units, are exactly 0; what the lines of a book miss of its total (1) is at most the tolerance that the result states.
 *
 * Measure: how many of the four do not hold or were never checked, from `identities`. Within when it is 0. A run that ends because an identity breaks is one
 * broken identity, in the block in which it broke.
 */
export function conserveTokens(given: readonly unknown[]): Claim {
  checkCount("conserveTokens", given, 0);
  return {
    matcher: "conserveTokens",
    given,
    needsExtraction: false,
    bound: "at most",
    limit: 0,
    floor: 0,
    measure: ({ crash }) => brokenIdentities(crash.identities).length,
    course: () => null,
    worst: () => null,
    cut: "first",
    unit: "count",
    words: {
      who: (pool) => `the run of ${pool}`,
      wanted: () => "conserve tokens",
      found: (value, { crash }) => (value === "0" ? "all four identities hold" : brokenIdentities(crash.identities).join(" and ")),
    },
  };
}

import { type InvariantOptions, keepsInvariant, type PoolVerdict } from "./keeps-invariant.ts";
import type { PoolSubject } from "./on-pool.ts";

/**
 * Whether tokens are neither lost nor made by whatever is done to a pool, the pair holds its reserves and the router keeps nothing: the rules `conservation` and `reserves` alone.
 *
 * @throws InputError as `keepsInvariant`
 */
export async function conservesTokens(subject: PoolSubject, options: Omit<InvariantOptions, "rules"> = {}): Promise<PoolVerdict> {
  return keepsInvariant(subject, { ...options, rules: ["conservation", "reserves"] });
}

import type { PoolBinding } from "../../../venues/chain/pool-binding.ts";

/**
 * The pool that a project calls so.
 *
 * @throws InputError `POOL_UNKNOWN` naming it, where there is none
 */
export type PoolResolver = (name: string) => Promise<PoolBinding>;

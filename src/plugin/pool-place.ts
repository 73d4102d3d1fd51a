import type { PoolBinding } from "../venues/chain/pool-binding.ts";
import { isAddress } from "./is-address.ts";
import { type PoolOverrides, poolNamed, type PoolProject } from "./pool-named.ts";

/** A pool by where it stands. */
export interface PoolAddress {
  readonly address: string;
}

/** The pool of a name, or, where the name is an address, the place of one that already stands. @throws what `poolNamed` throws */
export async function poolPlace(project: PoolProject, name: string, overrides: PoolOverrides = {}): Promise<PoolBinding | PoolAddress> {
  return isAddress(name) ? { address: name } : poolNamed(project, name, overrides);
}

import type { NetworkManager } from "hardhat/types/network";
import type { InvariantOptions } from "../../../venues/chain/lab/invariants/keeps-invariant.ts";
import type { PoolBinding } from "../../../venues/chain/pool-binding.ts";

/** How a pool is attacked. */
export interface AttackOptions extends Pick<InvariantOptions, "seed" | "sequences" | "operations" | "victimLoss"> {
  /** The network manager of the Hardhat runtime; the one of the project around you when absent. */
  readonly network?: NetworkManager;
}

/** A pool that is yet to be attacked, by whichever matcher is asked about it. */
export class LazyPool {
  readonly pool: PoolBinding;
  readonly options: AttackOptions;

  constructor(pool: PoolBinding, options: AttackOptions) {
    this.pool = pool;
    this.options = options;
  }
}

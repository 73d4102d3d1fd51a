import type { LabOptions } from "../open-pool-lab.ts";
import type { PoolLab } from "../pool-lab.ts";

/** Opens a further laboratory with the same pool in it, empty. */
export type OpenLab = (options?: LabOptions) => Promise<PoolLab>;

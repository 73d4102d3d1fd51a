import type { PoolBinding } from "../../../src/venues/chain/pool-binding.ts";
import { ownPair } from "./own-pair.ts";

/** The pair whose fee is a constant, bound with that fee unless another is stated. */
export async function feePair(ppm: number, stated: number = ppm / 1e6): Promise<PoolBinding> {
  return ownPair("FeePair", { args: ["token0", "token1", ppm], fee: stated });
}

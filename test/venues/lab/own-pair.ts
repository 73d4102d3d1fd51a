import hre from "hardhat";
import type { PoolBinding } from "../../../src/venues/chain/pool-binding.ts";
import { v2Pair, type V2PairOptions } from "../../../src/venues/chain/v2-pair.ts";

/** One of our own pairs, bound; its fee is asked for unless the options say another. */
export async function ownPair(
  contract: string,
  options: Omit<V2PairOptions, "artifact"> = { feeGetter: "feePpm()" },
): Promise<PoolBinding> {
  return v2Pair({ name: contract, artifact: await hre.artifacts.readArtifact(contract), ...options });
}

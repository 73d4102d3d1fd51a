import { UNISWAP_V2 } from "../../core/uniswap-v2-name.ts";
import { publishedArtifact } from "./artifacts.ts";
import type { PoolBinding } from "./pool-binding.ts";
import { v2Pair } from "./v2-pair.ts";

/** The published pair, bound as a pool of one's own is. */
export function uniswapV2Pair(): PoolBinding {
  return v2Pair({ name: UNISWAP_V2, artifact: publishedArtifact("UniswapV2Pair") });
}

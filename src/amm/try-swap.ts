import type { PoolState, Side } from "../core/words.ts";
import { Refusal } from "./refusal.ts";
import { swap } from "./uniswap-v2.ts";

/** A swap of an exact input, or null where the pair would refuse it. */
export function trySwap(pool: PoolState, side: Side, amountIn: bigint): ReturnType<typeof swap> | null {
  try {
    return swap(pool, side, amountIn);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

import type { Action, PoolState, Side, Tx } from "../../../src/core/words.ts";
import { swap } from "../../../src/amm/uniswap-v2.ts";

const GWEI = 10n ** 9n;

/** What waits in the mempool of block 100, at a price in gwei. */
export function pendingTx(id: number, from: string, action: Action, gwei: number, fields: Partial<Tx> = {}): Tx {
  const price = BigInt(gwei) * GWEI;
  const fees = { maxFeePerGas: price, maxPriorityFeePerGas: price };
  return { id, from, sender: "trader", nonce: 0, action, ...fees, submitted: 100, priced: 100, ...fields };
}

/** A swap through the router whose sender accepts so many parts of 10^6 less than the pool as it stands would pay. */
export function trade(pool: PoolState, side: Side, amountIn: bigint, tolerancePpm: bigint): Extract<Action, { kind: "trade" }> {
  const quote = swap(pool, side, amountIn).amountOut;
  return { kind: "trade", side, amountIn, minAmountOut: (quote * (1_000_000n - tolerancePpm)) / 1_000_000n, deadline: 2_000_000_000 };
}

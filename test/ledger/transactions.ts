import type { AccountId, Action, ChainEffect, Outcome, PoolState, Sender, Tx } from "../../src/core/words.ts";

/** A pool of 10,000 base and 2,000,000 quote, at 200 quote per base; its liquidity token counts in millionths of its root. */
export const POOL: PoolState = { base: 10n ** 22n, quote: 2n * 10n ** 12n, supply: 141_421_356_237_309_504n };

/** A transaction with an action; the rest is plausible. */
export function txOf(action: Action, from: AccountId = "trader-1", sender: Sender = "trader", submitted = 1): Tx {
  return {
    id: 1,
    from,
    sender,
    nonce: 0,
    action,
    maxFeePerGas: 50n * 10n ** 9n,
    maxPriorityFeePerGas: 10n ** 9n,
    submitted,
    priced: submitted,
  };
}

/** A mined transaction. */
export function outcomeOf(tx: Tx, success = true, effects: readonly ChainEffect[] = [], gasUsed = 100_000n): Outcome {
  return { tx, success, gasUsed, effects };
}

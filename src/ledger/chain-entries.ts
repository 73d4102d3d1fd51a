import { addLiquidity, removeLiquidity, swap } from "../amm/uniswap-v2.ts";
import { BRIDGE, executorOf } from "../core/account-names.ts";
import { CrashError } from "../core/errors.ts";
import type { AccountId, Outcome, PoolState, Side, SwapEffect, Tx } from "../core/words.ts";
import { LIQUIDITY_ISSUE, type Posting, transferPostings } from "./accounts.ts";

/** A swap as the ledger keeps it. */
export interface SwapEntry {
  readonly tx: Tx;
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly before: PoolState;
  readonly after: PoolState;
}

/** What the ledger expects a transaction to have done. */
export interface Prediction {
  readonly postings: readonly Posting[];
  readonly pool: PoolState;
  readonly swap: SwapEntry | null;
}

/**
 * What a mined transaction does to balances and pool, from its action and the pool's own integer arithmetic, not from the chain's report: so
 * the two can be held against each other. A reverted one moves nothing; gas is posted apart.
 *
 * @throws CrashError `LEDGER_SWAP_DIFFERS` when the pair reports another swap than the model expects
 */
export function predict(outcome: Outcome, pool: PoolState): Prediction {
  const { tx, success } = outcome;
  if (!success) return { postings: [], pool, swap: null };
  const { action } = tx;
  switch (action.kind) {
    case "arbitrage":
      return predictSwap(outcome, pool, executorOf(tx.from), action.side, action.amountIn);
    case "trade":
      return predictSwap(outcome, pool, tx.from, action.side, action.amountIn);
    case "withdraw":
      return move(pool, transferPostings(onChain(executorOf(tx.from)), onChain(BRIDGE), action.asset, action.amount));
    case "transfer":
      return move(pool, transferPostings(onChain(tx.from), onChain(action.to), action.asset, action.amount));
    case "add-liquidity": {
      const added = addLiquidity(pool, action.base, action.quote);
      const postings = [
        ...transferPostings(onChain(tx.from), onChain("pair"), "base", added.base),
        ...transferPostings(onChain(tx.from), onChain("pair"), "quote", added.quote),
        ...transferPostings(onChain(LIQUIDITY_ISSUE), onChain(tx.from), "liquidity", added.minted),
      ];
      return move(added.state, postings);
    }
    case "remove-liquidity": {
      const removed = removeLiquidity(pool, action.liquidity);
      const postings = [
        ...transferPostings(onChain("pair"), onChain(tx.from), "base", removed.base),
        ...transferPostings(onChain("pair"), onChain(tx.from), "quote", removed.quote),
        ...transferPostings(onChain(tx.from), onChain(LIQUIDITY_ISSUE), "liquidity", action.liquidity),
      ];
      return move(removed.state, postings);
    }
    case "cancel":
      return move(pool, []);
  }
}

function predictSwap(outcome: Outcome, pool: PoolState, payer: AccountId, side: Side, amountIn: bigint): Prediction {
  const { state, amountOut } = swap(pool, side, amountIn);
  const reported = outcome.effects.find((effect): effect is SwapEffect => effect.type === "swap");
  if (reported?.side !== side || reported.amountIn !== amountIn || reported.amountOut !== amountOut) {
    const found = reported === undefined ? "no swap" : `${reported.side} ${reported.amountIn} for ${reported.amountOut}`;
    throw new CrashError("LEDGER_SWAP_DIFFERS", `the pair reports ${found}; the model expects ${side} ${amountIn} for ${amountOut}`);
  }
  const [assetIn, assetOut] = side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
  const postings = [
    ...transferPostings(onChain(payer), onChain("pair"), assetIn, amountIn),
    ...transferPostings(onChain("pair"), onChain(payer), assetOut, amountOut),
  ];
  return { postings, pool: state, swap: { tx: outcome.tx, side, amountIn, amountOut, before: pool, after: state } };
}

function move(pool: PoolState, postings: readonly Posting[]): Prediction {
  return { postings, pool, swap: null };
}

function onChain(account: AccountId): { readonly account: AccountId; readonly place: "chain" } {
  return { account, place: "chain" };
}

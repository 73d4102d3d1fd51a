import { smallestInput } from "../amm/smallest-input.ts";
import { feeOf } from "../amm/swap-fee.ts";
import { addLiquidity, type Amounts, removeLiquidity, swap } from "../amm/uniswap-v2.ts";
import { BRIDGE, COINBASE, executorOf, SIDE_PAIR } from "../core/account-names.ts";
import { paymentOf } from "../core/payment-of.ts";
import { CrashError } from "../core/errors.ts";
import type { AccountId, Action, Outcome, PoolId, PokedEffect, PoolState, Side, SwapEffect, Tx } from "../core/words.ts";
import { LIQUIDITY_ISSUE, type Posting, transferPostings } from "./accounts.ts";
import { type LendingBook, type LendingEntry, predictLending } from "./lending-entries.ts";

/** A swap as the ledger keeps it. */
export interface SwapEntry {
  readonly tx: Tx;
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly before: PoolState;
  readonly after: PoolState;
  /** Set where both tokens were paid in, or one in and out: all that was paid in; the amounts above are then what was left of it. */
  readonly paidIn?: Amounts;
}

/** One change of a pool's reserves. */
export interface PoolStep {
  readonly pool: PoolId;
  /** Null for liquidity that came or went, and for a donation that became reserves. */
  readonly swap: SwapEntry | null;
  readonly before: PoolState;
  readonly after: PoolState;
}

/** What the ledger expects a transaction to have done. */
export interface Prediction {
  readonly postings: readonly Posting[];
  readonly pool: PoolState;
  readonly swap: SwapEntry | null;
  /** The second pool, where the transaction has changed it. */
  readonly side?: { readonly pool: PoolState; readonly swap: SwapEntry | null };
  /** The lending market, where it has changed that. */
  readonly lending?: Pick<LendingEntry, "book" | "settled">;
  /** Every change of a pool in its order, where the entries are from the chain's report; `swap` is then the first on the pool. */
  readonly steps?: readonly PoolStep[];
}

/** What stands beside the pool. */
export interface Beside {
  /** The second pool, where there is one. */
  readonly side: PoolState | null;
  readonly lending: LendingBook | null;
  /** Unix seconds of the block. */
  readonly time: number;
}

const NOTHING_BESIDE: Beside = { side: null, lending: null, time: 0 };

/**
 * What a mined transaction does to balances and pool, from its action and the pool's own integer arithmetic, not from the chain's report: so
 * the two can be held against each other. A reverted one moves nothing; gas is posted apart.
 *
 * @throws CrashError `LEDGER_SWAP_DIFFERS` when the pair reports another swap than the model expects
 */
export function predict(outcome: Outcome, pool: PoolState, beside: Beside = NOTHING_BESIDE): Prediction {
  const { tx, success } = outcome;
  if (!success) return { postings: [], pool, swap: null };
  const { action } = tx;
  switch (action.kind) {
    case "arbitrage": {
      const swapped = predictSwap(outcome, pool, executorOf(tx.from), action.side, action.amountIn);
      return { ...swapped, postings: [...swapped.postings, ...paymentPostings(tx.from, paymentOf(action))] };
    }
    case "flash-arbitrage":
      return predictFlash(outcome, pool, beside.side, action);
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
    case "raw":
      throw new CrashError("LEDGER_RAW", "what a raw transaction does is known from the chain's report alone");
    case "poke":
    case "observe":
      return predictPoke(outcome, pool, beside);
    case "kick":
    case "bid":
    case "settle":
    case "restart": {
      const { postings, ...lending } = predictLending(tx, action, bookOf(beside), pool, beside.time);
      return { ...move(pool, postings), lending };
    }
  }
}

/** The average of a pool's prices is the oracle's own finding, of which only its report is known here. */
function predictPoke({ effects }: Outcome, pool: PoolState, beside: Beside): Prediction {
  const poked = effects.find((effect): effect is PokedEffect => effect.type === "poked");
  const book = bookOf(beside);
  return { ...move(pool, []), lending: { book: { ...book, price: poked?.price ?? book.price }, settled: null } };
}

function bookOf({ lending }: Beside): LendingBook {
  if (lending === null) throw new CrashError("LEDGER_LENDING", "there is no lending market");
  return lending;
}

function predictSwap(outcome: Outcome, pool: PoolState, payer: AccountId, side: Side, amountIn: bigint): Prediction {
  const { state, amountOut } = swap(pool, side, amountIn);
  checkReport(outcome, "pair", side, amountIn, amountOut);
  const postings = swapPostings(payer, "pair", side, amountIn, amountOut);
  return { postings, pool: state, swap: { tx: outcome.tx, side, amountIn, amountOut, before: pool, after: state } };
}

/** Base is bought from the cheap pool with the least quote that it takes, and sold to the other one. */
function predictFlash(
  outcome: Outcome,
  main: PoolState,
  side: PoolState | null,
  action: Extract<Action, { kind: "flash-arbitrage" }>,
): Prediction {
  const { tx } = outcome;
  if (side === null) throw new CrashError("LEDGER_SWAP_DIFFERS", "there is no second pool to trade with");
  const isMainCheap = action.cheap === "pair";
  const [cheap, dear] = isMainCheap ? [main, side] : [side, main];
  const [cheapPair, dearPair] = isMainCheap ? (["pair", SIDE_PAIR] as const) : ([SIDE_PAIR, "pair"] as const);
  const repaid = smallestInput(action.base, cheap.quote, cheap.base, feeOf(cheap));
  const sold = swap(dear, "sell", action.base);
  checkReport(outcome, cheapPair, "buy", repaid, action.base);
  checkReport(outcome, dearPair, "sell", action.base, sold.amountOut);
  const afterCheap = { ...cheap, base: cheap.base - action.base, quote: cheap.quote + repaid };
  const bought: SwapEntry = { tx, side: "buy", amountIn: repaid, amountOut: action.base, before: cheap, after: afterCheap };
  const resold: SwapEntry = { tx, side: "sell", amountIn: action.base, amountOut: sold.amountOut, before: dear, after: sold.state };
  const payer = executorOf(tx.from);
  const postings = [
    ...swapPostings(payer, cheapPair, "buy", repaid, action.base),
    ...swapPostings(payer, dearPair, "sell", action.base, sold.amountOut),
    ...paymentPostings(tx.from, paymentOf(action)),
  ];
  const [swapped, swappedBeside] = isMainCheap ? [bought, resold] : [resold, bought];
  return { postings, pool: swapped.after, swap: swapped, side: { pool: swappedBeside.after, swap: swappedBeside } };
}

function checkReport(outcome: Outcome, pool: PoolId, side: Side, amountIn: bigint, amountOut: bigint): void {
  const reported = outcome.effects.find((effect): effect is SwapEffect => effect.type === "swap" && (effect.pool ?? "pair") === pool);
  if (reported?.side !== side || reported.amountIn !== amountIn || reported.amountOut !== amountOut) {
    const found = reported === undefined ? "no swap" : `${reported.side} ${reported.amountIn} for ${reported.amountOut}`;
    throw new CrashError("LEDGER_SWAP_DIFFERS", `the pair reports ${found}; the model expects ${side} ${amountIn} for ${amountOut}`);
  }
}

function swapPostings(payer: AccountId, pair: PoolId, side: Side, amountIn: bigint, amountOut: bigint): readonly Posting[] {
  const [assetIn, assetOut] = side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
  return [
    ...transferPostings(onChain(payer), onChain(pair), assetIn, amountIn),
    ...transferPostings(onChain(pair), onChain(payer), assetOut, amountOut),
  ];
}

/** What goes to the builder beside gas. */
function paymentPostings(from: AccountId, payment: bigint): readonly Posting[] {
  return payment === 0n ? [] : transferPostings(onChain(from), onChain(COINBASE), "gas", payment);
}

function move(pool: PoolState, postings: readonly Posting[]): Prediction {
  return { postings, pool, swap: null };
}

function onChain(account: AccountId): { readonly account: AccountId; readonly place: "chain" } {
  return { account, place: "chain" };
}

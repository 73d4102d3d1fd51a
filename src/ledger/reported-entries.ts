import type { Amounts } from "../amm/uniswap-v2.ts";
import { COINBASE, SIDE_PAIR, VISITOR_CONTRACTS } from "../core/account-names.ts";
import { paymentOf } from "../core/payment-of.ts";
import type { AccountId, ChainEffect, Outcome, PoolId, PoolState, SwapEffect, TransferEffect } from "../core/words.ts";
import type { Auction } from "../lending/lending-state.ts";
import { BASE_ISSUE, LIQUIDITY_ISSUE, type Posting, transferPostings } from "./accounts.ts";
import type { Beside, PoolStep, Prediction, SwapEntry } from "./chain-entries.ts";
import { reportedLending } from "./reported-lending.ts";

/**
 * What a mined transaction did by the chain's own report, its events and calls: for raw transactions, which no model foresees, and for all others
 * while something lies in a pair that is not in its reserves. It still has to agree with every balance and with the pair's state in the end, and to
 * conserve everything; but a swap's amounts are the pair's own.
 */
export function reportedEntries({ tx, success, effects }: Outcome, main: PoolState, beside: Beside): Prediction {
  if (!success) return { postings: [], pool: main, swap: null };
  const postings: Posting[] = [];
  const steps: PoolStep[] = [];
  let [pool, side, lending] = [main, beside.side, beside.lending];
  let settled: Auction | null = null;
  for (const [index, effect] of effects.entries()) {
    switch (effect.type) {
      case "transfer":
        postings.push(...transferred(effect));
        pool = { ...pool, supply: pool.supply + issued(effect) };
        break;
      case "wrap":
        postings.push(...transferPostings(onChain(BASE_ISSUE), onChain(effect.account), "base", effect.amount));
        break;
      case "ether":
        postings.push(...transferPostings(onChain(effect.from), onChain(effect.to), "gas", effect.amount));
        break;
      case "sync": {
        const before = steps.findLast((step) => step.pool === effect.pool)?.after ?? (effect.pool === SIDE_PAIR ? side : main);
        if (before === null) break;
        const after = { ...(effect.pool === SIDE_PAIR ? before : pool), base: effect.base, quote: effect.quote };
        const swap = swapBehind(effects[index + 1], effect.pool);
        steps.push({ pool: effect.pool, swap: swap === null ? null : { tx, ...netOf(swap), before, after }, before, after });
        if (effect.pool === SIDE_PAIR) side = after;
        else pool = after;
        break;
      }
      case "poked":
      case "lending": {
        if (lending === null) break;
        const entry = reportedLending(effect, lending, beside.time);
        postings.push(...entry.postings.map((each) => ({ ...each, account: nameOf(each.account) })));
        lending = entry.book;
        settled = entry.settled ?? settled;
        break;
      }
      case "swap":
        break;
    }
  }
  if (tx.action.kind !== "raw") postings.push(...transferPostings(onChain(tx.from), onChain(COINBASE), "gas", paymentOf(tx.action)));
  const firstOn = (which: PoolId): SwapEntry | null => steps.find(({ pool: on, swap }) => on === which && swap !== null)?.swap ?? null;
  return {
    postings,
    pool: steps.some((step) => step.pool === "pair") ? pool : main,
    swap: firstOn("pair"),
    steps,
    ...(side === null || side === beside.side ? {} : { side: { pool: side, swap: firstOn(SIDE_PAIR) } }),
    ...(lending === null || lending === beside.lending ? {} : { lending: { book: lending, settled } }),
  };
}

/** The pair makes liquidity at address zero and unmakes its own there; what others send there lies there. */
function transferred(effect: TransferEffect): readonly Posting[] {
  const { asset, amount } = effect;
  const made = issued(effect);
  const from = made > 0n ? LIQUIDITY_ISSUE : effect.from;
  const to = made < 0n ? LIQUIDITY_ISSUE : effect.to;
  return transferPostings(onChain(from), onChain(to), asset, amount);
}

/** By how much a transfer changes the supply of liquidity tokens. */
function issued({ asset, from, to, amount }: TransferEffect): bigint {
  if (asset !== "liquidity") return 0n;
  if (from === "zero") return amount;
  return from === "pair" && to === "zero" ? -amount : 0n;
}

/** A pair reports its reserves right before the swap that moved them, and before nothing else of the same pair. */
function swapBehind(effect: ChainEffect | undefined, pool: PoolId): SwapEffect | null {
  return effect?.type === "swap" && (effect.pool ?? "pair") === pool ? effect : null;
}

/** A swap by what each token's payments in and out leave; one always leaves something paid in, since the pool keeps a fee. */
function netOf({ side, amountIn, amountOut, amounts }: SwapEffect): Pick<SwapEntry, "side" | "amountIn" | "amountOut" | "paidIn"> {
  if (amounts === undefined || isPlain(amounts.paidIn, amounts.paidOut)) return { side, amountIn, amountOut };
  const { paidIn, paidOut } = amounts;
  const [base, quote] = [paidIn.base - paidOut.base, paidIn.quote - paidOut.quote];
  return base > 0n
    ? { side: "sell", amountIn: base, amountOut: quote < 0n ? -quote : 0n, paidIn }
    : { side: "buy", amountIn: quote, amountOut: -base, paidIn };
}

function isPlain(paidIn: Amounts, paidOut: Amounts): boolean {
  return paidIn.base === 0n ? paidOut.quote === 0n : paidIn.quote === 0n && paidOut.base === 0n;
}

/** Who is no account of the run is one of the visitors' own contracts, or nobody. */
function nameOf(account: AccountId): AccountId {
  return account.startsWith("0x") ? VISITOR_CONTRACTS : account;
}

function onChain(account: AccountId): { readonly account: AccountId; readonly place: "chain" } {
  return { account: nameOf(account), place: "chain" };
}

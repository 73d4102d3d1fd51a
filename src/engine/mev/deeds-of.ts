import { COINBASE, SIDE_PAIR } from "../../core/account-names.ts";
import { paymentOf } from "../../core/payment-of.ts";
import type { SwapEntry } from "../../ledger/chain-entries.ts";
import type { Deed, DeedSwap } from "../../ledger/extractions/deed.ts";
import type { Outcome, Tx } from "../../core/words.ts";
import type { Auction } from "../../lending/lending-state.ts";
import type { Entry } from "../record-block.ts";

/** A block's transactions as the MEV ledger sees them, in the order of the block. */
export function deedsOf(entries: readonly Entry[]): readonly Deed[] {
  return entries.map(({ outcome, prediction, gasFee, burned }, index) => {
    const { tx, success } = outcome;
    const swaps = swapsOf(prediction);
    const payment = success ? paymentOf(tx.action) + sentToBuilder(outcome) : 0n;
    const settled = prediction.lending?.settled ?? null;
    const { account, sender } = settled === null ? { account: tx.from, sender: tx.sender } : winnerOf(settled, tx);
    const collateral = settled === null ? null : { base: settled.lot, paid: settled.bid, debt: settled.debt };
    return { index, account, sender, success, swaps, collateral, gasFee, burned, payment };
  });
}

/** All of a transaction's swaps: in their order where the chain has reported it. */
function swapsOf({ swap, side, steps }: Entry["prediction"]): readonly DeedSwap[] {
  if (steps !== undefined) return steps.flatMap((step) => (step.swap === null ? [] : [swapIn(step.pool, step.swap)]));
  const beside = side?.swap ?? null;
  return [...(swap === null ? [] : [swapIn("pair", swap)]), ...(beside === null ? [] : [swapIn(SIDE_PAIR, beside)])];
}

/** ETH that the calls of a visitor's transaction carried to the builder, wei. */
function sentToBuilder({ effects }: Outcome): bigint {
  return effects.reduce((sum, effect) => (effect.type === "ether" && effect.to === COINBASE ? sum + effect.amount : sum), 0n);
}

/** Whoever ends an auction, the lot goes to its winner. */
function winnerOf({ winner }: Auction, { from, sender }: Tx): Pick<Deed, "account" | "sender"> {
  return { account: winner ?? from, sender };
}

function swapIn(pool: string, { side, amountIn, amountOut, before, after }: SwapEntry): DeedSwap {
  return { pool, side, amountIn, amountOut, before, after };
}

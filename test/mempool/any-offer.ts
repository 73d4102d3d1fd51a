import fc from "fast-check";
import type { Action, Bundle, Tx } from "../../src/core/words.ts";
import type { Offer } from "../../src/mempool/build-block.ts";
import type { BlockRules } from "../../src/mempool/fill-block.ts";
import { dueNonces, type Mempool, nonceFor } from "../../src/mempool/mempool.ts";
import { somePending, txWith } from "./pending.ts";

/** Ids of what nobody but the sender of a bundle has seen begin here. */
const FIRST_PRIVATE = 1_000;
/** `a` and `b` have transactions pending too. */
const SENDERS = ["a", "b", "searcher-1", "searcher-2", "searcher-3"] as const;

/** Part of a bundle: one of its sender's own, or whatever waits at a place of the mempool. */
type Part =
  | {
      readonly own: true;
      readonly fee: number;
      readonly tip: number;
      readonly payment: number;
      readonly kind: Action["kind"];
      readonly mayRevert: boolean;
    }
  | { readonly own: false; readonly at: number; readonly mayRevert: boolean };

const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      own: fc.constant(true as const),
      fee: fc.nat(9),
      tip: fc.nat(9),
      payment: fc.nat(3_000_000),
      kind: fc.constantFrom("arbitrage", "flash-arbitrage", "withdraw"),
      mayRevert: fc.nat(9).map((n) => n === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ own: fc.constant(false as const), at: fc.nat(40), mayRevert: fc.nat(9).map((n) => n < 2) }),
  },
);

const draft = fc.record({
  sender: fc.constantFrom(...SENDERS),
  parts: fc.array(part, { minLength: 1, maxLength: 4 }),
  /** Where its own nonces begin: with the one that is due, after all that it has pending, or wrong. */
  nonces: fc.constantFrom("due", "due", "next", "wrong"),
});

function actionOf(kind: Action["kind"], payment: number): Action {
  const paid = payment < 500_000 ? {} : { payment: BigInt(payment) };
  if (kind === "arbitrage") return { kind, side: "sell", amountIn: 1n, minAmountOut: 1n, ...paid };
  if (kind === "flash-arbitrage") return { kind, cheap: "pair", base: 1n, minProfit: 0n, ...paid };
  return { kind: "withdraw", asset: "base", amount: 1n };
}

/** A mempool of up to 16 transactions, and up to eight bundles over it of which many are impossible. */
export const anyOffer: fc.Arbitrary<Offer> = fc.tuple(somePending, fc.array(draft, { maxLength: 8 })).map(([pending, drafts]) => {
  const nextNonce = new Map<string, number>();
  for (const { from, nonce } of pending) nextNonce.set(from, Math.max(nonce + 1, nextNonce.get(from) ?? 0));
  const mempool: Mempool = { pending, nextNonce };
  let id = FIRST_PRIVATE;
  const bundles = drafts.map(({ sender, parts, nonces }, i): Bundle => {
    let nonce = nonces === "next" ? nonceFor(mempool, sender) : dueNonces(mempool)(sender) + (nonces === "wrong" ? 1 : 0);
    const mayRevert: number[] = [];
    const txs = parts.flatMap((each): readonly Tx[] => {
      const tx = each.own ? ownTx(sender, nonce, id, each) : pending[each.at % Math.max(1, pending.length)];
      if (tx === undefined) return [];
      if (each.own) [nonce, id] = [nonce + 1, id + 1];
      if (each.mayRevert) mayRevert.push(tx.id);
      return [tx];
    });
    return { id: i + 1, from: sender, sender: "sandwicher", txs, mayRevert, block: 1 };
  });
  return { mempool, bundles: bundles.filter(({ txs }) => txs.length > 0) };
});

function ownTx(from: string, nonce: number, id: number, { fee, tip, payment, kind }: Extract<Part, { own: true }>): Tx {
  const fees = { maxFeePerGas: BigInt(fee), maxPriorityFeePerGas: BigInt(Math.min(fee, tip)) };
  return txWith({ id, from, nonce, ...fees, action: actionOf(kind, payment), sender: "sandwicher", isPrivate: true });
}

export const anyRules: fc.Arbitrary<BlockRules> = fc
  .record({
    baseFee: fc.bigInt({ min: 0n, max: 4n }),
    above: fc.bigInt({ min: 0n, max: 4n }),
    gasLimit: fc.oneof(fc.integer({ min: 0, max: 1_500_000 }), fc.constant(10_000_000)),
  })
  .map(({ baseFee, above, gasLimit }) => ({ baseFee, floor: baseFee + above, gasLimit }));

import fc from "fast-check";
import type { Action, Tx } from "../../src/core/words.ts";

const actions: readonly Action[] = [
  { kind: "arbitrage", side: "sell", amountIn: 1n, minAmountOut: 1n },
  { kind: "withdraw", asset: "base", amount: 1n },
  { kind: "trade", side: "buy", amountIn: 1n, minAmountOut: 1n, deadline: 1_000 },
  { kind: "transfer", asset: "quote", to: "somebody", amount: 1n },
  { kind: "cancel" },
  { kind: "add-liquidity", base: 1n, quote: 1n, deadline: 1_000 },
  { kind: "remove-liquidity", liquidity: 1n, deadline: 1_000 },
];

/** A transaction of whom nothing matters but what is said of it. */
export function txWith(fields: Partial<Tx>): Tx {
  const plain = { id: 0, from: "a", sender: "trader", nonce: 0, action: { kind: "cancel" }, submitted: 1, priced: 1 } as const;
  return { ...plain, maxFeePerGas: 10n, maxPriorityFeePerGas: 10n, ...fields };
}

/**
 * Up to 16 pending transactions of four accounts, in any order, of any kind, at prices so close that many are equal. The nonces of an account are
 * consecutive from a start of its own; ids say nothing about nonces, as after replacements.
 */
export const somePending: fc.Arbitrary<readonly Tx[]> = fc
  .record({
    drafts: fc.array(
      fc.record({ from: fc.constantFrom("a", "b", "c", "d"), action: fc.constantFrom(...actions), fee: fc.nat(9), tip: fc.nat(9) }),
      { maxLength: 16 },
    ),
    firstNonce: fc.nat(3),
  })
  .chain(({ drafts, firstNonce }) =>
    fc.record({
      txs: fc.constant(
        drafts.map(({ from, action, fee, tip }, i) => {
          const nonce = firstNonce + drafts.slice(0, i).filter((other) => other.from === from).length;
          return txWith({ from, action, nonce, maxFeePerGas: BigInt(fee), maxPriorityFeePerGas: BigInt(Math.min(fee, tip)) });
        }),
      ),
      ids: fc.shuffledSubarray(
        drafts.map((_, i) => i),
        { minLength: drafts.length },
      ),
    }),
  )
  .chain(({ txs, ids }) => {
    const numbered = txs.map((tx, i) => ({ ...tx, id: ids[i] ?? 0 }));
    return fc.shuffledSubarray(numbered, { minLength: numbered.length });
  });

import fc from "fast-check";
import type { Action, Tx } from "../../src/core/words.ts";

const side = fc.constantFrom("sell", "buy");
const amount = fc.bigInt({ min: 1n, max: 10n ** 24n });
const deadline = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const asset = fc.constantFrom("base", "quote");

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant("arbitrage"), side, amountIn: amount, minAmountOut: amount }),
  fc.record({ kind: fc.constant("withdraw"), asset, amount }),
  fc.record({ kind: fc.constant("trade"), side, amountIn: amount, minAmountOut: amount, deadline }),
  fc.record({ kind: fc.constant("transfer"), asset, to: fc.constant("arbitrageur-1-executor"), amount }),
  fc.record({ kind: fc.constant("cancel") }),
  fc.record({ kind: fc.constant("add-liquidity"), base: amount, quote: amount, deadline }),
  fc.record({ kind: fc.constant("remove-liquidity"), liquidity: amount, deadline }),
);

/** Few prices, so that some are equal. */
const price = fc.bigInt({ min: 0n, max: 12n }).map((gwei) => gwei * 10n ** 9n);

/** A transaction that pays this much, from an account; id and nonce are the caller's. */
export function txOf(from: string, nonce: number, id: number, fees: Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas">, action: Action): Tx {
  return { id, from, sender: "trader", nonce, action, ...fees, submitted: 0, priced: 0 };
}

/** What waits: several accounts, each with nonces without a gap, in the order of submission. */
export const anyPending: fc.Arbitrary<readonly Tx[]> = fc
  .array(fc.record({ account: fc.integer({ min: 1, max: 6 }), fee: price, tip: price, action: anyAction }), { maxLength: 40 })
  .map((drafts) => {
    const nonces = new Map<string, number>();
    return drafts.map(({ account, fee, tip, action }, id) => {
      const from = `trader-${account}`;
      const nonce = nonces.get(from) ?? 0;
      nonces.set(from, nonce + 1);
      return txOf(from, nonce, id, { maxFeePerGas: fee, maxPriorityFeePerGas: tip < fee ? tip : fee }, action);
    });
  });

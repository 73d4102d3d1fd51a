import type { Tx } from "./words.ts";

/** What a transaction pays for a unit of gas in a block, wei (EIP-1559: the lower of its cap and base fee plus tip). */
export function effectivePrice(tx: Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas">, baseFee: bigint): bigint {
  const withTip = baseFee + tx.maxPriorityFeePerGas;
  return tx.maxFeePerGas < withTip ? tx.maxFeePerGas : withTip;
}

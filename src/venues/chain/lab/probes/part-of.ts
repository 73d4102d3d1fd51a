/** Parts of which a share is counted: fine enough for a part in a million million, and exact in a double. */
const PARTS = 1e15;

/** A share of an amount, rounded down; at least 1 smallest unit. */
export function partOf(amount: bigint, share: number): bigint {
  const part = (amount * BigInt(Math.round(share * PARTS))) / BigInt(PARTS);
  return part > 0n ? part : 1n;
}

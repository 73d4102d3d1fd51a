import type { AccountId } from "../core/words.ts";
import { BURN, type Posting } from "./accounts.ts";

/**
 * What gas costs its sender, and who gets it: the base fee is burned, the rest is the builder's (EIP-1559; before it the base fee is zero).
 *
 * @param price wei paid for a unit
 * @param baseFee wei of it that are burned
 */
export function gasPostings(from: AccountId, gas: bigint, price: bigint, baseFee: bigint): readonly Posting[] {
  return [
    { account: from, place: "chain", asset: "gas", amount: -gas * price },
    { account: "coinbase", place: "chain", asset: "gas", amount: gas * (price - baseFee) },
    { account: BURN, place: "chain", asset: "gas", amount: gas * baseFee },
  ];
}

import type { Series, Swaps } from "../../core/result.ts";

/** Less is nothing, and nothing can be divided by it. */
const LEAST = 1e-9;

/** What all swaps of a run together paid as fees, as a share of what they paid in; for a pool whose fee moves. At least 10^-9. */
export function meanFee({ priceE8 }: Pick<Series, "priceE8">, { block, side, amountIn, fee }: Swaps): number {
  let [fees, volume] = [0, 0];
  for (const [i, paid] of amountIn.entries()) {
    const price = (priceE8[block[i] ?? 0] ?? NaN) / 1e8;
    volume += side[i] === "sell" ? (Number(paid) / 1e18) * price : Number(paid) / 1e6;
    fees += fee[i] ?? 0;
  }
  return volume === 0 ? LEAST : Math.max(LEAST, fees / volume);
}

import { futuresDiscount } from "../market/impact/futures-discount.ts";
import { staleIndex } from "../market/stale-index.ts";
import type { Moment } from "./moment.ts";
import type { World } from "./world.ts";

/** What hedgers have before them beside the price: the future that they hold, and the index that they reckon by. */
type HedgersPrices = Pick<Moment, "basisMove" | "index">;

/** Follows both from block to block; blocks are handed over in turn, the first after the start first. */
export function hedgersPrices({ market, hedger }: World["settings"]): (step: Moment) => HedgersPrices {
  if (market.futuresDiscount === 0 && hedger.indexStaleness === 0) return ({ to }) => ({ basisMove: 0, index: to });
  const terms = { perFall: market.futuresDiscount, halfLife: market.discountHalfLife };
  let discount = 0;
  let basis = 0;
  let index: number | null = null;
  return (step) => {
    discount = futuresDiscount(discount, step, terms);
    const before = basis;
    basis = step.to * Math.expm1(-discount);
    index = staleIndex(index ?? step.from, step.to, hedger.indexStaleness);
    return { basisMove: basis - before, index };
  };
}

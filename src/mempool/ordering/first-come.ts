import { effectivePrice } from "../../core/effective-price.ts";
import type { Ordering } from "./ordering.ts";

/** In the order in which they were submitted, as a sequencer without an auction does; a replacement stands where it came. */
export const firstCome: Ordering = {
  name: "first-come",
  takesBundles: false,
  isByPrice: false,
  worth: effectivePrice,
  rank: (txs) => [...txs].sort((a, b) => a.id - b.id),
};

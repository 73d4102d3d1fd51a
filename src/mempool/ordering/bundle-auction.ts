import { effectivePrice } from "../../core/effective-price.ts";
import { byWorth } from "./by-worth.ts";
import type { Ordering } from "./ordering.ts";

/** Sealed bids: bundles by what they pay the builder, then public transactions by fee (Flashbots' auction, 2021). */
export const bundleAuction: Ordering = {
  name: "bundle-auction",
  takesBundles: true,
  isByPrice: true,
  worth: effectivePrice,
  rank: byWorth(effectivePrice),
};

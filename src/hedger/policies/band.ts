import type { HedgePolicy } from "./hedge-policy.ts";

/**
 * Trades to −delta when the unhedged part is larger than the view's band, and otherwise not. The width is fixed in base; the cost-optimal width of Whalley and
 * Wilmott 1997 (Mathematical Finance 7:307–324), which trades to the edge and follows gamma, is another policy.
 */
export const band: HedgePolicy = {
  name: "band",
  target: ({ hedge, delta, band: width }) => (Math.abs(hedge + delta) > width ? 0 - delta : null),
};

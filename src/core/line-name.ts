/** Lines of the statement, in the order in which they are read. */
export type LineName =
  | "exposure"
  | "premium"
  | "bleed"
  | "flow"
  | "vega"
  | "wrongVolatility"
  | "staleMark"
  | "funding"
  | "execution"
  | "spread"
  | "liquidation"
  | "shortfall"
  | "higherOrder"
  | "rounding";

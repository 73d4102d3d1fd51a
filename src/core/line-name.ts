/** Lines of the statement, in the order in which they are read. */
export type LineName =
  | "exposure"
  | "premium"
  | "bleed"
  | "gap"
  | "flow"
  | "vega"
  | "wrongVolatility"
  | "staleMark"
  | "funding"
  | "execution"
  | "spread"
  | "impact"
  | "liquidation"
  | "shortfall"
  | "higherOrder"
  | "replication"
  | "rounding";

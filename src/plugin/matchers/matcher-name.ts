/** The matchers, by what is written after `to`. */
export type MatcherName =
  | "keepInvariant"
  | "conserveTokens"
  | "loseAtMost"
  | "earnAtLeast"
  | "slipAtMost"
  | "recoverWithin"
  | "leakAtMost"
  | "trackReference"
  | "stayLiquid";

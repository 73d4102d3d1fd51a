import type { LineName } from "../core/line-name.ts";

/** The statement's lines in the order in which they are read, with their names for people and what each means in a few words. */
export const lineLabels: readonly (readonly [name: LineName, label: string, meaning: string])[] = [
  ["exposure", "exposure", "what was held at the start of each block, times the move of the price"],
  ["premium", "premium", "swap fees for liquidity, theta for options"],
  ["bleed", "bleed", "loss versus rebalancing for liquidity, ½·Γ·ΔS² for options"],
  ["gap", "gap", "the same of moves while the market was closed, and what the expansion leaves of them"],
  ["flow", "flow", "all other gains and losses against those who traded with the pool"],
  ["vega", "vega", "change of implied volatility"],
  [
    "wrongVolatility",
    "wrong volatility",
    "what was hedged too much or too little because delta was taken at another volatility, times the move",
  ],
  ["staleMark", "stale mark", "the same because delta was taken at an old price"],
  ["funding", "funding", "of the hedge"],
  ["basis", "basis", "what the future that the hedge is held in gained or lost beyond the price"],
  ["execution", "execution", "fees and the usual spread of the hedge"],
  ["spread", "wider spread", "what the spread cost beyond the usual"],
  ["impact", "impact", "what the hedge's own size cost it"],
  ["liquidation", "liquidation", "fee of a hedge that was closed by force when its margin was used up"],
  ["shortfall", "shortfall", "loss of such a hedge beyond its margin, which the exchange's fund bears"],
  ["higherOrder", "higher order", "what the expansion in delta, gamma and theta leaves"],
  ["replication", "replication", "what trading has made of the put that was meant, less what that put would have"],
  ["rounding", "rounding", "integer dust"],
];

import type { LineName } from "../core/result.ts";

/** The statement's lines in the order in which they are read, with their names for people and what each means in a few words. */
export const lineLabels: readonly (readonly [name: LineName, label: string, meaning: string])[] = [
  ["exposure", "exposure", "what was held at the start of each block, times the move of the price"],
  ["premium", "premium", "swap fees for liquidity, theta for options"],
  ["bleed", "bleed", "loss versus rebalancing for liquidity, ½·Γ·ΔS² for options"],
  ["flow", "flow", "all other gains and losses against those who traded with the pool"],
  ["vega", "vega", "change of implied volatility"],
  ["funding", "funding", "of hedge and margin"],
  ["execution", "execution", "gas, spread, fees, impact and liquidation"],
  ["higherOrder", "higher order", "what the expansion in delta, gamma and theta leaves"],
  ["rounding", "rounding", "integer dust"],
];

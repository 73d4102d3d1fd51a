import { type Reacting, reaction } from "./reaction.ts";

/**
 * How much of a move comes back through those who react to it: g = impact·Σ ∂Hᵢ/∂ln p (theory 0.7; with impact 1/depth the ρ·S·φ_S of Frey and Stremme
 * 1997, Market volatility and feedback effects from dynamic hedging, Mathematical Finance 7:351–374). Below 0 a move is dampened; between 0 and 1 it
 * ends up 1/(1 − g) times as large; from 1 on there is no level nearby where it would end.
 *
 * @param impact lasting log move per unit of quote that is bought: what a depth in base is moved by, over depth and price
 */
export function loopGain(impact: number, participants: readonly Reacting[]): number {
  return impact * participants.reduce((sum, each) => sum + reaction(each), 0);
}

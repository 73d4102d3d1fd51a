/** Whether those who trade because the price moved feed a move or lean against it, in a run whose reference market answers. */
export interface LoopReport {
  /** Share of a return that comes back one block later, by regression of what agents did to the price on the return that they saw. */
  readonly gain: number | null;
  readonly standardError: number | null;
  /** At 95 %, over blocks. */
  readonly interval: readonly [low: number, high: number] | null;
  /** The same from the variance ratio of what they did to the price, which is noisier. */
  readonly byVarianceRatio: number | null;
  /** The gain that their positions ask for at the start, if all of it were answered at once: impact · Σ ∂(what they hold)/∂ln p. */
  readonly reaction: number;
  /** Fall from the first price to the lowest, as a positive log: with the agents, and on the same path without them. */
  readonly fallWith: number;
  readonly fallWithout: number;
  /** Their ratio; null where the price does not fall without the agents. */
  readonly amplification: number | null;
  /** By how many per cent the pool's depth moves for a per cent of price; x·y = k alone has one half. */
  readonly depthElasticity: { readonly value: number; readonly standardError: number } | null;
  readonly verdict: "dampens" | "neutral" | "amplifies" | "spirals" | "undecided";
  /** The verdict in words, with its numbers. */
  readonly sentence: string;
}

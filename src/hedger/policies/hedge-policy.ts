/** What a policy sees once a block, after the price has moved and before it is marked. */
export interface HedgeView {
  /** Height from the start of the run; 0 is the opening, before the first block. */
  readonly block: number;
  /** Position at the reference market, in base; negative when short. */
  readonly hedge: number;
  /** Delta of what is hedged, in base, at the current price. */
  readonly delta: number;
  /** Largest |hedge + delta| that is left alone, in base. */
  readonly band: number;
}

/** When a hedge is brought back to delta. */
export interface HedgePolicy {
  readonly name: string;
  /** The position to hold from now on, in base, or null to leave it. */
  target(view: HedgeView): number | null;
}

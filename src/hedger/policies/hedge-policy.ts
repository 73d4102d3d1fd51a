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

/** What some policies ask besides: of the market in this block, and of what is hedged. */
export interface HedgeMarket {
  /** Quote per base. */
  readonly price: number;
  /** Of a trade, as a share of the value that is traded. */
  readonly cost: number;
  /** Whether this block is the last of a trading session, or of a day where there are none. */
  readonly isClose: boolean;
  /** Whether the reference market does not trade in this block. */
  readonly isHalted: boolean;
  /** Gamma of what is hedged, in base per unit of price, at the current price. */
  readonly gamma: number;
  /** Volatility a year that what is hedged is marked at. */
  readonly vol: number;
  /** Delta of what is hedged, in base, at the current price, were it marked at another volatility a year; 0 is the limit. */
  deltaAt(vol: number): number;
}

/** When a hedge is brought back to delta. */
export interface HedgePolicy {
  readonly name: string;
  /**
   * The position to hold from now on, in base, or null to leave it.
   *
   * @throws TypeError when a policy that asks for the market is not given it
   */
  target(view: HedgeView, market?: HedgeMarket): number | null;
}

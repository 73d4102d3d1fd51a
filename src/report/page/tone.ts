/** Colours by what they stand for: a book or a participant has the same one in every chart. */
export type Tone =
  | "ink"
  | "hold"
  | "lp"
  | "hedged"
  | "twin"
  | "straddle"
  | "desk"
  | "insurer"
  | "arbitrage"
  | "trader"
  | "loss"
  | "small"
  | "medium"
  | "large";

/** How a line of that colour is drawn, pixels on and off in turn, so that nobody needs the colour to tell it from another; empty for a solid line. */
export const toneDash: Readonly<Record<Tone, readonly number[]>> = {
  ink: [],
  hold: [2, 3],
  lp: [],
  hedged: [8, 4],
  twin: [10, 3, 2, 3],
  straddle: [16, 5],
  desk: [4, 4],
  insurer: [12, 2, 4, 2],
  arbitrage: [6, 3],
  trader: [2, 4],
  loss: [10, 3, 2, 3, 2, 3],
  small: [2, 3],
  medium: [8, 4],
  large: [],
};

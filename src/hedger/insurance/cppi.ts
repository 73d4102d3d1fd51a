/** A floor missed by less than this share of it is rounding. */
const DUST = 1e-12;

/** How constant proportion portfolio insurance answers its cushion. */
export interface CppiRule {
  /** Exposure per unit of cushion, positive; above 1 it sells what falls. */
  readonly multiple: number;
  /** Largest exposure per unit of the portfolio's value; Infinity where it may borrow without limit. */
  readonly leverage: number;
}

/** Where it stands before it trades. */
export interface CppiState {
  /** Of the whole portfolio at the price, in quote. */
  readonly value: number;
  /** What must never be lost, in quote. */
  readonly floor: number;
  /** Quote per base, positive. */
  readonly price: number;
  /** Whether the floor was broken before. */
  readonly isBroken: boolean;
}

/** What it wants to hold, and how far it stands above its floor. */
export interface CppiTarget {
  /** To hold, in base. */
  readonly base: number;
  /** The same in quote. */
  readonly exposure: number;
  /** Value less floor, in quote; where the floor is broken its negative is the shortfall. */
  readonly cushion: number;
  /** Hand it to the next state: who has once broken the floor holds cash from then on. */
  readonly isBroken: boolean;
}

/**
 * Constant proportion portfolio insurance: exposure = multiple·max(value − floor, 0), at most leverage·value (Perold 1986, Constant proportion portfolio insurance,
 * Harvard Business School; Black and Jones 1987, Simplifying portfolio insurance, Journal of Portfolio Management 14(1):48–51). No interest: a floor that
 * grows is passed in.
 *
 * Multiple ½ and no floor is a pool with x·y = k, which always has half of its value in each token: below 1 the rule buys what falls, above 1 it sells it
 * (Perold and Sharpe 1988, Dynamic strategies for asset allocation, Financial Analysts Journal 44(1):16–27).
 */
export function cppi({ multiple, leverage }: CppiRule, { value, floor, price, isBroken: wasBroken }: CppiState): CppiTarget {
  const cushion = value - floor;
  const isBroken = wasBroken || cushion < -DUST * floor;
  const exposure = isBroken ? 0 : Math.max(0, Math.min(multiple * cushion, leverage * value));
  return { base: exposure / price, exposure, cushion, isBroken };
}

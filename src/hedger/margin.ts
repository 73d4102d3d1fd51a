/** A position at the reference market as its margin sees it. */
export interface HedgeExposure {
  /** In base; negative when short. */
  readonly hedge: number;
  /** Quote per base. */
  readonly price: number;
  /** Profit of the hedge since the opening, in quote, costs included. */
  readonly profit: number;
}

/**
 * Margin that stands behind a hedge, in quote: rate·|hedge|·price, and on top the loss that it has run up, which is paid in at once. Gains are not
 * drawn on.
 *
 * @param rate share of the position's value, from 0 to 1
 */
export function margin(rate: number, { hedge, price, profit }: HedgeExposure): number {
  return rate * Math.abs(hedge) * price + Math.max(0, -profit);
}

/** Remembers the most margin that a hedge ever needed; 0 before the first observation. */
export function peakMargin(rate: number): { observe(exposure: HedgeExposure): void; peak(): number } {
  let peak = 0;
  return {
    observe: (exposure) => {
      peak = Math.max(peak, margin(rate, exposure));
    },
    peak: () => peak,
  };
}

/** How a future that hedgers sell parts from the price, and how it comes back. */
export interface DiscountTerms {
  /** By how much further than the price it falls: log points a fall of the log price by 1; at least 0. */
  readonly perFall: number;
  /** In which half of the discount is gone if nothing happens, hours; positive. */
  readonly halfLife: number;
}

/** One step of the price. */
export interface PriceStep {
  /** Quote per base, positive. */
  readonly from: number;
  readonly to: number;
  /** Between the two. */
  readonly seconds: number;
}

/**
 * How far a future stands below the price after a step, in log points: d′ = max(0, d·2^(−Δt/half-life) − perFall·ln(to/from)), so that the future is to·e^(−d′). Falls
 * widen it and rises narrow it; left alone it closes. It is never negative: who sees a future above the price sells it and buys what it is on, which needs no
 * short sale and is done at once. A rule of the testbed's own, in two numbers, for what is reported of October 1987 (theory 4.2), when sales of futures by portfolio insurers ran ahead of
 * the arbitrage that sells shares short.
 *
 * @param before the discount before the step, at least 0; 0 at the start
 */
export function futuresDiscount(before: number, { from, to, seconds }: PriceStep, { perFall, halfLife }: DiscountTerms): number {
  const kept = Math.exp((-Math.LN2 * seconds) / (3_600 * halfLife));
  return Math.max(0, kept * before - perFall * Math.log(to / from));
}

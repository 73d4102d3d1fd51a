/** What a trade changes the pool by, in whole tokens. The caller owns it and hands the same one to every step. */
export interface PoolChange {
  /** Positive when the pool is paid base. */
  base: number;
  /** Positive when the pool is paid quote. */
  quote: number;
}

/** A change of nothing, to be written to. */
export function poolChange(): PoolChange {
  return { base: 0, quote: 0 };
}

/**
 * The arbitrage that pays most, in doubles: `optimalArbitrage` without its integers and without limits.
 *
 * A pool above the ask is sold base, D* = (√(φ·x·y/ask) − x)/φ, and one below the bid is paid quote, D* = (√(φ·x·y·bid) − y)/φ (Angeris, Kao, Chiang, Noyes
 * and Chitra 2019, An analysis of Uniswap markets, section 2). With g = √(φ·y/(x·ask)), above 1 where a sale pays, that is D* = x(g − 1)/φ for an output of
 * y(1 − 1/g) and a profit of y(1 − 1/g)²: a product of positive numbers, in which small profits keep their digits. Likewise with g = √(φ·x·bid/y).
 *
 * @param base reserve x in whole tokens, positive
 * @param quote reserve y in whole tokens, positive
 * @param bid what a base token brings at the reference market after costs, positive
 * @param ask what it costs there with costs, not below the bid
 * @param kept φ, what the pool trades of what it is paid: one less its fee, above 0 and at most 1
 * @param leastProfit in quote; a trade that earns less is left alone
 * @param change is overwritten where a trade pays, and left as it is where none does
 * @returns profit in quote once the other leg is closed, 0 where no trade pays
 */
export function arbitrageStep(
  base: number,
  quote: number,
  bid: number,
  ask: number,
  kept: number,
  leastProfit: number,
  change: PoolChange,
): number {
  if (kept * quote > ask * base) {
    const reach = Math.sqrt((kept * quote) / (ask * base));
    const share = 1 - 1 / reach;
    const profit = quote * share * share;
    if (profit < leastProfit) return 0;
    change.base = (base * (reach - 1)) / kept;
    change.quote = -quote * share;
    return profit;
  }
  if (kept * bid * base > quote) {
    const reach = Math.sqrt((kept * bid * base) / quote);
    const share = 1 - 1 / reach;
    const profit = bid * base * share * share;
    if (profit < leastProfit) return 0;
    change.base = -base * share;
    change.quote = (quote * (reach - 1)) / kept;
    return profit;
  }
  return 0;
}

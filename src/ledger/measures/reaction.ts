/** A participant who trades because the price has moved, by what decides how much. Amounts in quote. */
export type Reacting =
  | {
      /** A fee-free pool with x·y = k of this value, whose providers hedge this share of it elsewhere, from 0 to 1. */
      readonly kind: "pool";
      readonly value: number;
      readonly hedgedShare: number;
    }
  | {
      /** Holds the delta of an option it wants (an insurer) or has sold (a desk): gamma of what it holds, in base per unit of price, and the price. */
      readonly kind: "replicator";
      readonly gamma: number;
      readonly price: number;
    }
  | {
      /** Holds multiple·cushion: constant proportion portfolio insurance, and with no floor under it a constant leverage. */
      readonly kind: "cushion";
      readonly multiple: number;
      readonly cushion: number;
    };

/**
 * What a participant buys for a small rise of the log price, in quote per unit of log return: p·∂(base held)/∂ln p. Negative is contrarian: it buys what
 * falls.
 *
 * - pool: −(1 − h)·V/4, from x = L/√p and V = 2L√p; what is hedged is sold elsewhere as it is bought here
 * - replicator: Γ·p²
 * - cushion: m(m − 1)·C, since the exposure grows by m for each 1 that the price itself makes it grow; −V/4 at m = ½ without a floor (Perold and Sharpe 1988,
 *   Dynamic strategies for asset allocation, Financial Analysts Journal 44(1):16–27)
 */
export function reaction(who: Reacting): number {
  switch (who.kind) {
    case "pool":
      return (-(1 - who.hedgedShare) * who.value) / 4;
    case "replicator":
      return who.gamma * who.price * who.price;
    case "cushion":
      return who.multiple * (who.multiple - 1) * who.cushion;
  }
}

import { outputOf } from "./sandwich-in-doubles.ts";

/** Reserves of a pool in whole tokens. */
export interface Reserves {
  readonly base: number;
  readonly quote: number;
}

/** Own vector: pool a is 1,900,000 USDC / 1000 ETH, pool b 1000 ETH / 2,000,000 USDC, both at 0.3 %; amounts in USDC. */
export const crossPoolCase = {
  a: { base: 1_000, quote: 1_900_000 },
  b: { base: 1_000, quote: 2_000_000 },
  phi: 0.997,
  repay: 21853.639212533657,
  out: 22354.096664099772,
  profit: 500.4574515661152,
} as const;

/**
 * Quote to pay into the cheap pool so that its base earns most in the other, by the one pool that both make together: with E0 = q·B/(B + φ·b) and
 * E1 = φ·b·Q/(B + φ·b), D* = (√(φ·E0·E1) − E0)/φ. Not positive where nothing is earned.
 */
export function bestQuoteIn(cheap: Reserves, other: Reserves, phi: number): number {
  const both = other.base + phi * cheap.base;
  const [entry, exit] = [(cheap.quote * other.base) / both, (phi * cheap.base * other.quote) / both];
  return (Math.sqrt(phi * entry * exit) - entry) / phi;
}

/** What comes out of the other pool for quote paid into the cheap one, swap by swap. */
export function quoteOut(paid: number, cheap: Reserves, other: Reserves, phi: number): number {
  return outputOf(outputOf(paid, cheap.quote, cheap.base, phi), other.base, other.quote, phi);
}

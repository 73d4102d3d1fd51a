import type { Claim, Greeks } from "./claim.ts";

/**
 * The claim that pays 2L√S at expiry, held long: the option position that a provider of liquidity in a constant-product pool unknowingly runs.
 *
 * At zero rates it is worth 2L√S·exp(−σ²τ/8), since the square root of a driftless lognormal price has that expectation. Its dollar gamma is
 * −value/4 at every price and time, the pool's own, and its theta is +σ²/8·value, the rate of loss versus rebalancing (Milionis, Moallemi,
 * Roughgarden and Zhang 2022, Automated Market Making and Loss-Versus-Rebalancing, theorem 1) at implied volatility. To hold it is to hold the tangent
 * of the payoff and to be short the strip of puts and calls with weights (L/2)K^(−3/2) (Carr and Madan 1998, Towards a Theory of Volatility
 * Trading, equation 1).
 *
 * It keeps its gamma to the end: once it has expired, hold it as `settledClaim`.
 *
 * @param liquidity L, in √(base·quote), as for a pool
 */
export function squareRootClaim(liquidity: number): Claim {
  const value = (spot: number, tau: number, vol: number): number =>
    2 * liquidity * Math.sqrt(spot) * Math.exp(-0.125 * vol * vol * Math.max(tau, 0));

  function greeks(spot: number, tau: number, vol: number): Greeks {
    const worth = value(spot, tau, vol);
    return {
      value: worth,
      delta: (0.5 * worth) / spot,
      gamma: (-0.25 * worth) / (spot * spot),
      theta: 0.125 * vol * vol * worth,
      vega: -0.25 * vol * Math.max(tau, 0) * worth,
    };
  }

  return { name: "square-root", value, greeks };
}

import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";

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
  return claimFromMark("square-root", (mark) => {
    const { spot, tau, vol } = mark;
    const left = Math.max(tau, 0);
    const value = 2 * liquidity * Math.sqrt(spot) * Math.exp(-0.125 * vol * vol * left);
    mark.value = value;
    mark.delta = (0.5 * value) / spot;
    mark.gamma = (-0.25 * value) / (spot * spot);
    mark.theta = 0.125 * vol * vol * value;
    mark.vega = -0.25 * vol * left * value;
    mark.otherDrift = 0;
  });
}

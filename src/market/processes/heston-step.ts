/** Heston's model: dS/S = √v·dW, dv = κ(θ − v)·dt + ε√v·dB, dW·dB = ρ·dt, per day. */
export interface HestonModel {
  /** κ, positive. */
  readonly reversion: number;
  /** θ, positive. */
  readonly longVariance: number;
  /** ε, positive. */
  readonly volatilityOfVariance: number;
  /** ρ, in [−1, 1]. */
  readonly correlation: number;
}

/** What of Andersen's scheme depends on the length of the step alone. */
export interface HestonStep {
  /** Equal parts in which the step is taken. */
  readonly parts: number;
  /** e^(−κΔ) of a part. */
  readonly kept: number;
  /** Variance of the next v is v·varianceByVariance + varianceByMean. */
  readonly varianceByVariance: number;
  readonly varianceByMean: number;
  /** K2, the weight of the next v in the log return. */
  readonly nextWeight: number;
  /** K3 = K4, the weight of v and of the next v in the variance of the log return given both. */
  readonly ownVariance: number;
}

/**
 * Coefficients of the quadratic-exponential scheme with central weights γ1 = γ2 = 1/2 (Andersen 2008, Efficient simulation of the Heston stochastic
 * volatility model, J. Comp. Finance 11(3), sections 3.2 and 4.2). The martingale correction (section 4.3) takes the place of K0 and K1 and needs
 * E[exp(A·v)] of the next variance, A = K2 + K4/2. It exists, whatever v is now, if A·ε²(1 − e^(−κΔ))/κ < 1. A positive correlation can break that,
 * so the step is divided until the left side is at most 1/2.
 */
export function hestonStep(model: HestonModel, days: number): HestonStep {
  let parts = 1;
  for (;;) {
    const step = part(model, days / parts, parts);
    const spread = (model.volatilityOfVariance * model.volatilityOfVariance * (1 - step.kept)) / model.reversion;
    if ((step.nextWeight + step.ownVariance / 2) * spread <= 0.5) return step;
    parts *= 2;
  }
}

function part(model: HestonModel, days: number, parts: number): HestonStep {
  const { reversion, longVariance, volatilityOfVariance: epsilon, correlation } = model;
  const kept = Math.exp(-reversion * days);
  const lost = -Math.expm1(-reversion * days);
  const spread = (epsilon * epsilon * lost) / reversion;
  const slope = correlation / epsilon;
  return {
    parts,
    kept,
    varianceByVariance: spread * kept,
    varianceByMean: (spread * longVariance * lost) / 2,
    nextWeight: (days / 2) * (reversion * slope - 0.5) + slope,
    ownVariance: (days / 2) * (1 - correlation * correlation),
  };
}

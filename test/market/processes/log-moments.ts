import { add, type Complex, exp, log, type LogMoment, over, scaled, squareRoot, subtract, times } from "./fourier-call.ts";

const ONE: Complex = [1, 0];
const TWO: Complex = [2, 0];

/** Brownian motion with compound Poisson jumps, compensated; `jumpMoment` is E[e^(sY)] of a jump. */
export function jumpDiffusionLogMoment(volatility: number, rate: number, jumpMoment: (s: Complex) => Complex, years: number): LogMoment {
  const growth = subtract(jumpMoment(ONE), ONE);
  return (s) => {
    const diffusion = scaled(subtract(times(s, s), s), (volatility * volatility) / 2);
    const jumps = scaled(subtract(subtract(jumpMoment(s), ONE), times(s, growth)), rate);
    return scaled(add(diffusion, jumps), years);
  };
}

export function normalJump(mean: number, deviation: number): (s: Complex) => Complex {
  return (s) => exp(add(scaled(s, mean), scaled(times(s, s), (deviation * deviation) / 2)));
}

/** With up = 1/η1 and down = 1/η2 (Kou 2002, section 2.1). */
export function doubleExponentialJump(upProbability: number, up: number, down: number): (s: Complex) => Complex {
  return (s) => add(over([upProbability, 0], subtract(ONE, scaled(s, up))), over([1 - upProbability, 0], add(ONE, scaled(s, down))));
}

export interface HestonCase {
  readonly startVariance: number;
  readonly longVariance: number;
  readonly reversion: number;
  readonly volatilityOfVariance: number;
  readonly correlation: number;
}

/** Heston 1993 in the form whose logarithm crosses no cut (Albrecher, Mayer, Schoutens and Tistaert 2007, The little Heston trap). */
export function hestonLogMoment(model: HestonCase, years: number): LogMoment {
  const { startVariance, longVariance, reversion, volatilityOfVariance: epsilon, correlation } = model;
  return (s) => {
    const beta = subtract([reversion, 0], scaled(s, correlation * epsilon));
    const root = squareRoot(add(times(beta, beta), scaled(subtract(s, times(s, s)), epsilon * epsilon)));
    const minus = subtract(beta, root);
    const ratio = over(minus, add(beta, root));
    const decay = exp(scaled(root, -years));
    const rest = subtract(ONE, times(ratio, decay));
    const constant = subtract(scaled(minus, years), times(TWO, log(over(rest, subtract(ONE, ratio)))));
    const slope = over(times(minus, subtract(ONE, decay)), rest);
    return scaled(add(scaled(constant, reversion * longVariance), scaled(slope, startVariance)), 1 / (epsilon * epsilon));
  };
}

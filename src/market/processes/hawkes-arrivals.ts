import { exponential } from "../../core/exponential.ts";
import type { Random } from "../../core/random.ts";

/** A self-exciting rate λ: it falls back to the background like e^(−decay·t), and each arrival lifts it by branching·decay. */
export interface HawkesRate {
  /** μ, arrivals a day that nothing excited, at least 0. */
  readonly backgroundPerDay: number;
  /** Arrivals that one arrival brings about, in [0, 1). */
  readonly branching: number;
  /** Positive. */
  readonly decayPerDay: number;
}

/**
 * Arrivals of a Hawkes process with an exponential kernel, simulated exactly (Dassios and Zhao 2013, Exact simulation of Hawkes process with
 * exponentially decaying intensity, Electron. Commun. Probab. 18(62), section 3). The rate begins at its long-run mean μ/(1 − branching) and keeps it
 * in expectation.
 *
 * @returns moves on by so many days, calls back at each arrival with the days since the step began, and gives the integral of λ over the step
 */
export function hawkesArrivals(rate: HawkesRate, random: Random): (days: number, onArrival: (at: number) => void) => number {
  const { backgroundPerDay: background, branching, decayPerDay: decay } = rate;
  const lift = branching * decay;
  /** λ − μ now. */
  let excess = (background * branching) / (1 - branching);
  let wait = drawWait(background, excess, decay, random);
  return (days, onArrival) => {
    let integral = background * days;
    let at = 0;
    while (wait <= days - at) {
      const faded = -Math.expm1(-decay * wait) * excess;
      integral += faded / decay;
      excess += lift - faded;
      at += wait;
      onArrival(at);
      wait = drawWait(background, excess, decay, random);
    }
    const left = days - at;
    const faded = -Math.expm1(-decay * left) * excess;
    integral += faded / decay;
    excess -= faded;
    wait -= left;
    return integral;
  };
}

/** Days to the next arrival: the earlier of one from the background and one, which may never come, from the fading excess. */
function drawWait(background: number, excess: number, decay: number, random: Random): number {
  const fromBackground = background > 0 ? exponential(random) / background : Infinity;
  const inside = excess > 0 ? 1 - (decay * exponential(random)) / excess : 0;
  return inside > 0 ? Math.min(fromBackground, -Math.log(inside) / decay) : fromBackground;
}

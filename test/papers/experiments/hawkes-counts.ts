import { pathStream } from "../../../src/core/path-stream.ts";
import { hawkesArrivals } from "../../../src/market/processes/hawkes-arrivals.ts";
import { moments } from "../../hedger/moments.ts";
import { batchError } from "./batch-error.ts";
import type { Comparison, Paper } from "./comparison.ts";

const SEED = 501;
const PATHS = 10_000;
const WINDOW = 100;
const DECAY = 20;

function counts(branching: number, seed: number): readonly number[] {
  return Array.from({ length: PATHS }, (_, path) => {
    let count = 0;
    hawkesArrivals({ backgroundPerDay: 1, branching, decayPerDay: DECAY }, pathStream(seed, path))(WINDOW, () => {
      count += 1;
    });
    return count;
  });
}

/**
 * Variance over mean of the arrivals in one window that begins at the mean rate. From the rate's stationary autocovariance it is
 * g² + (1 − g²)h/T with g = 1/(1 − n), κ = β(1 − n) and h = (1 − e^(−κT))/κ; what a random start adds, n²β²h²/(2κT), is taken off.
 */
function windowFano(branching: number): number {
  const fade = DECAY * (1 - branching);
  const gain = 1 / (1 - branching);
  const ends = -Math.expm1(-fade * WINDOW) / fade;
  const lift = branching * DECAY;
  return gain * gain + ((1 - gain * gain) * ends) / WINDOW - (lift * lift * ends * ends) / (2 * fade * WINDOW);
}

/** Rate and clustering of self-exciting jumps. */
export function hawkesCounts(): Paper {
  const rows = [0.5, 0.8].flatMap((branching, i): readonly Comparison[] => {
    const sample = counts(branching, SEED + i);
    const { mean, deviation, standardError } = moments(sample);
    const fano = {
      ours: (deviation * deviation) / mean,
      standardError: batchError(sample, (part) => {
        const found = moments(part);
        return (found.deviation * found.deviation) / found.mean;
      }),
    };
    return [
      {
        quantity: `branching ${branching}: arrivals a day`,
        reference: 1 / (1 - branching),
        origin: "formula: μ/(1 − n)",
        ours: mean / WINDOW,
        standardError: standardError / WINDOW,
      },
      {
        quantity: `branching ${branching}: variance over mean of a window's arrivals`,
        reference: 1 / ((1 - branching) * (1 - branching)),
        origin: "formula: 1/(1 − n)², for long windows",
        ...fano,
      },
      {
        quantity: `branching ${branching}: the same`,
        reference: windowFano(branching),
        origin: `derived for a window of ${WINDOW} days`,
        ...fano,
      },
    ];
  });
  return {
    title: "Self-exciting jumps",
    source:
      "Hawkes 1971, Spectra of some self-exciting and mutually exciting point processes, for the two formulas; simulated as in Dassios and Zhao 2013, Exact " +
      "simulation of Hawkes process with exponentially decaying intensity, section 3.",
    how:
      `Background μ = 1 a day, decay ${DECAY} a day, branching n; windows of ${WINDOW} days that begin at the mean rate. Seeds ${SEED} and ${SEED + 1}, ` +
      `${PATHS.toLocaleString("en")} windows each.`,
    rows,
  };
}

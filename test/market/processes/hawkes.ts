import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import type { Random } from "../../../src/core/random.ts";
import { hawkes } from "../../../src/market/processes/hawkes.ts";
import { hawkesArrivals, type HawkesRate } from "../../../src/market/processes/hawkes-arrivals.ts";
import { estimate, relativeEnds } from "./simulate.ts";

/** Times of arrival over so many days, asked for in steps. */
function arrivalTimes(rate: HawkesRate, random: Random, days: number, step: number): number[] {
  const next = hawkesArrivals(rate, random);
  const times: number[] = [];
  for (let i = 0; i < days / step; i += 1) next(step, (at) => times.push(i * step + at));
  return times;
}

/** The same law by Ogata 1981, On Lewis' simulation method for point processes: candidates at the rate now, each kept with the share that is left of it. */
function countByThinning({ backgroundPerDay, branching, decayPerDay }: HawkesRate, random: Random, days: number): number {
  let [excess, now, count] = [(backgroundPerDay * branching) / (1 - branching), 0, 0];
  for (;;) {
    const bound = backgroundPerDay + excess;
    const wait = -Math.log(1 - random()) / bound;
    now += wait;
    if (now > days) return count;
    excess *= Math.exp(-decayPerDay * wait);
    if (random() * bound <= backgroundPerDay + excess) {
      count += 1;
      excess += branching * decayPerDay;
    }
  }
}

describe("hawkesArrivals", () => {
  for (const [branching, rate, fano] of [
    [0.5, 2, 4],
    [0.8, 5, 25],
  ] as const) {
    it(`branching ${branching}: mean rate ${rate} within 3 %, variance over mean of long windows ${fano} within 8 % (theory 8)`, () => {
      const window = 100;
      const counts = Float64Array.from(
        { length: 8_000 },
        (_, i) => arrivalTimes({ backgroundPerDay: 1, branching, decayPerDay: 20 }, pathStream(51, i), window, window).length,
      );
      const { mean, standardError } = estimate(counts);
      expect(mean / window).to.be.closeTo(rate, 0.03 * rate);
      expect(mean / window).to.be.closeTo(rate, (3 * standardError) / window);
      expect((standardError * standardError * counts.length) / mean).to.be.closeTo(fano, 0.08 * fano);
    });
  }

  const stormy: HawkesRate = { backgroundPerDay: 2, branching: 0.7, decayPerDay: 10 };

  it("integrates the rate that the arrivals make, as the sum of their kernels says", () => {
    const next = hawkesArrivals(stormy, pathStream(52, 0));
    const [step, times] = [0.05, [] as number[]];
    let integral = 0;
    for (let i = 0; i < 400; i += 1) integral += next(step, (at) => times.push(i * step + at));
    const end = 400 * step;
    const kernel = (sofar: number): number => stormy.branching * -Math.expm1(-stormy.decayPerDay * sofar);
    const startExcess = (stormy.backgroundPerDay * stormy.branching) / (1 - stormy.branching);
    const fromStart = (startExcess / stormy.decayPerDay) * -Math.expm1(-stormy.decayPerDay * end);
    const expected = stormy.backgroundPerDay * end + fromStart + times.reduce((sum, at) => sum + kernel(end - at), 0);
    expect(integral).to.be.closeTo(expected, 1e-10 * expected);
  });

  it("the integral of the rate between arrivals is exponential of mean 1 (Kolmogorov–Smirnov; Papangelou's random change of time)", () => {
    const times = arrivalTimes(stormy, pathStream(53, 0), 6_000, 60);
    let excess = (stormy.backgroundPerDay * stormy.branching) / (1 - stormy.branching);
    const uniforms = times.map((at, i) => {
      const wait = at - (times[i - 1] ?? 0);
      const faded = -Math.expm1(-stormy.decayPerDay * wait) * excess;
      excess += stormy.branching * stormy.decayPerDay - faded;
      return Math.exp(-stormy.backgroundPerDay * wait - faded / stormy.decayPerDay);
    });
    const sorted = Float64Array.from(uniforms).sort();
    const distance = sorted.reduce(
      (most, u, i) => Math.max(most, Math.abs(u - i / sorted.length), Math.abs(u - (i + 1) / sorted.length)),
      0,
    );
    // The 99.9 % point of Kolmogorov's law.
    expect(distance).to.be.below(1.949 / Math.sqrt(sorted.length));
    // And no memory from one to the next.
    const products = uniforms.slice(1).map((u, i) => 12 * (u - 0.5) * (uniforms[i]! - 0.5));
    expect(Math.abs(estimate(products).mean)).to.be.below(4 / Math.sqrt(products.length));
  });

  it("counts like Ogata's thinning over a fifth of a day (chi-square of two samples)", () => {
    const [paths, days] = [40_000, 0.2];
    const cells = Array.from({ length: 12 }, () => [0, 0] as [number, number]);
    for (let i = 0; i < paths; i += 1) {
      cells[Math.min(11, arrivalTimes(stormy, pathStream(54, i), days, days / 4).length)]![0] += 1;
      cells[Math.min(11, countByThinning(stormy, pathStream(55, i), days))]![1] += 1;
    }
    const chiSquare = cells.reduce((sum, [a, b]) => sum + ((a - b) * (a - b)) / (a + b), 0);
    // The 99.9 % point with 11 degrees of freedom.
    expect(chiSquare).to.be.below(31.264);
  });

  it("does not depend on the steps in which it is asked", () => {
    const whole = arrivalTimes(stormy, pathStream(56, 0), 20, 20);
    const fine = arrivalTimes(stormy, pathStream(56, 0), 20, 0.01);
    expect(fine.length).to.equal(whole.length);
    fine.forEach((at, i) => expect(at).to.be.closeTo(whole[i]!, 1e-9));
  });

  it("without branching is a Poisson process, and without background nothing comes", () => {
    const counts = Float64Array.from({ length: 20_000 }, (_, i) => {
      return arrivalTimes({ backgroundPerDay: 3, branching: 0, decayPerDay: 5 }, pathStream(57, i), 1, 1).length;
    });
    const { mean, standardError } = estimate(counts);
    expect(mean).to.be.closeTo(3, 3 * standardError);
    expect(standardError * standardError * counts.length).to.be.closeTo(3, 3 * Math.sqrt((2 * 9 + 3) / counts.length));
    expect(arrivalTimes({ backgroundPerDay: 0, branching: 0.9, decayPerDay: 5 }, pathStream(58, 0), 100, 1)).to.deep.equal([]);
  });
});

describe("hawkes", () => {
  const settings = {
    kind: "hawkes",
    driftPerDay: 0.02,
    volatilityPerDay: 0.05,
    backgroundPerDay: 1,
    branching: 0.8,
    decayPerDay: 20,
    jumpMean: -0.03,
    jumpDeviation: 0.02,
  } as const;

  it("expects exp(drift·t) while jumps excite one another, within three standard errors", () => {
    const { mean, standardError } = estimate(relativeEnds(hawkes(settings), 59, 60_000, 4, 2));
    expect(mean).to.be.closeTo(Math.exp(0.04), 3 * standardError);
  });

  it("has the quadratic variation σ² + E[λ](m² + d²)", () => {
    const process = hawkes({ ...settings, driftPerDay: 0 });
    const sums = Float64Array.from({ length: 2_000 }, (_, i) => {
      const next = process.begin(pathStream(60, i));
      let sum = 0;
      for (let k = 0; k < 2_000; k += 1) {
        const step = next(1 / 2_000);
        sum += step * step;
      }
      return sum;
    });
    const { mean, standardError } = estimate(sums);
    expect(mean).to.be.closeTo(0.0025 + 5 * (0.0009 + 0.0004), 3 * standardError);
  });
});

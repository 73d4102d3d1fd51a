import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import type { Claim } from "../../../src/hedger/claim.ts";
import { squareRootClaim } from "../../../src/hedger/square-root-claim.ts";
import { straddle } from "../../../src/hedger/straddle.ts";
import { optionStep } from "../../../src/ledger/books/option-position.ts";
import { moments } from "../../hedger/moments.ts";

const [SPOT, VOL, EXPIRY] = [200, 0.8, 1 / 12];
const TWIN = squareRootClaim(70);
const TWIN_VALUE = TWIN.value(SPOT, EXPIRY, VOL);

interface Desk {
  readonly claim: Claim;
  readonly steps: number;
  readonly paths: number;
  /** Years that are lived through; the claim's expiry may lie behind. */
  readonly horizon: number;
  /** Volatility of the world, where it is not the one that the claim is marked at. */
  readonly realised?: number;
}

/** Result and higher order of a desk that hedges to −delta before every step, path by path. */
function live({ claim, steps, paths, horizon, realised = VOL }: Desk): { readonly results: number[]; readonly higherOrders: number[] } {
  const normal = randomNormal.source(stream(5, `option-desk-${claim.name}-${steps}`))();
  const dt = horizon / steps;
  const [drift, spread] = [-0.5 * realised * realised * dt, realised * Math.sqrt(dt)];
  const results: number[] = [];
  const higherOrders: number[] = [];
  for (let path = 0; path < paths; path += 1) {
    let [price, result, higherOrder] = [SPOT, 0, 0];
    for (let step = 0; step < steps; step += 1) {
      const before = { price, tau: EXPIRY - step * dt };
      price *= Math.exp(drift + spread * normal());
      const after = { price, tau: step === steps - 1 && horizon === EXPIRY ? 0 : EXPIRY - (step + 1) * dt };
      const lines = optionStep(claim, VOL, before, after, -claim.greeks(before.price, before.tau, VOL).delta);
      result += lines.exposure + lines.premium + lines.bleed + lines.higherOrder;
      higherOrder += lines.higherOrder;
    }
    results.push(result);
    higherOrders.push(higherOrder);
  }
  return { results, higherOrders };
}

/**
 * Standard deviation of the hedged twin's result over its value, for any number of steps. With s = σ²dt a step changes the hedged claim by
 * V·(e^(s/8 + x/2) − 1 − (e^x − 1)/2) where x is normal with mean −s/2 and variance s: its mean is 0, its variance
 * (e^(s/4) − 1) + (e^s − 1)/4 − (e^(s/2) − 1), which is s²/32 for small s, the (Γ S² σ² dt)²/2 of Boyle and Emanuel 1980 with Γ S² = −V/4. Steps are uncorrelated,
 * and E[V²] grows by e^(s/4) a step.
 */
function twinDeviation(steps: number): number {
  const s = (VOL * VOL * EXPIRY) / steps;
  const ofStep = Math.expm1(s / 4) + Math.expm1(s) / 4 - Math.expm1(s / 2);
  return Math.sqrt((ofStep * Math.expm1((s * steps) / 4)) / Math.expm1(s / 4));
}

/** The limit of many steps for small σ²T: σ²T/8·√(2/n). */
function twinDeviationInTheLimit(steps: number): number {
  return ((VOL * VOL * EXPIRY) / 8) * Math.sqrt(2 / steps);
}

describe("option desk", () => {
  const paths = 20_000;
  const deviations = new Map<number, number>();

  for (const steps of [16, 64, 256]) {
    it(`hedging its option twin ${steps} times at the volatility it sold ends at zero, with the deviation of the formula`, () => {
      const { results } = live({ claim: TWIN, steps, paths, horizon: EXPIRY });
      const found = moments(results);
      deviations.set(steps, found.deviation);
      expect(found.mean).to.be.closeTo(0, 3 * found.standardError);
      // Standard error of a standard deviation: √((excess kurtosis + 2)/4n).
      const error = Math.sqrt((found.excessKurtosis + 2) / (4 * paths));
      expect(found.deviation / TWIN_VALUE / twinDeviation(steps)).to.be.closeTo(1, 3 * error);
    });
  }

  it("spreads half as much at four times the hedges: deviation falls as 1/√n", () => {
    expect(deviations.get(16)! / deviations.get(64)!).to.be.closeTo(2, 0.08);
    expect(deviations.get(64)! / deviations.get(256)!).to.be.closeTo(2, 0.08);
    expect(twinDeviation(1_000_000) / twinDeviationInTheLimit(1_000_000)).to.be.closeTo(1, 0.004);
  });

  for (const realised of [0.6, 1]) {
    it(`in a world of volatility ${realised} earns (σ² − realised²)/8 of its value a year`, () => {
      const { results } = live({ claim: TWIN, steps: 64, paths, horizon: EXPIRY, realised });
      const { mean, standardError } = moments(results);
      // E[V(T)] − V(0): the claim ends as 2L√S, whose expectation falls at the realised volatility.
      const exact = TWIN_VALUE * Math.expm1(((VOL * VOL - realised * realised) * EXPIRY) / 8);
      expect(mean).to.be.closeTo(exact, 3 * standardError);
      expect(Math.sign(mean)).to.equal(Math.sign(VOL - realised));
    });
  }

  it("hedging a sold straddle to expiry ends at zero, and by Derman and Kamal's formula at most", () => {
    const claim = straddle(-5, SPOT);
    const steps = 84;
    const { mean, deviation, standardError } = moments(live({ claim, steps, paths, horizon: EXPIRY }).results);
    const { vega } = claim.greeks(SPOT, EXPIRY, VOL);
    const dermanKamal = (Math.sqrt(Math.PI / 4) * Math.abs(vega) * VOL) / Math.sqrt(steps);
    expect(mean).to.be.closeTo(0, 3 * standardError);
    expect(dermanKamal / deviation - 1).to.be.within(0, 0.036);
  });

  it("has a higher order of σ³T^(3/2)·√22/16n of the twin's value: a fourth at four times the steps", () => {
    // To leading order a step leaves V·σ³dt^(3/2)·(Z + Z³)/16, and E[(Z + Z³)²] = 22.
    const scale = (TWIN_VALUE * VOL * VOL * VOL * EXPIRY * Math.sqrt(EXPIRY) * Math.sqrt(22)) / 16;
    for (const steps of [32, 128, 512]) {
      const { deviation } = moments(live({ claim: TWIN, steps, paths: 4_000, horizon: EXPIRY }).higherOrders);
      expect((deviation * steps) / scale, `${steps} steps`).to.be.closeTo(1, 0.08);
    }
  });

  it("has a higher order of the sold straddle that is a fourth at four times the steps, away from expiry", () => {
    const claim = straddle(-5, SPOT);
    const [coarse, fine] = [64, 256].map(
      (steps) => moments(live({ claim, steps, paths: 4_000, horizon: EXPIRY / 3 }).higherOrders).deviation,
    );
    expect(coarse! / fine!).to.be.closeTo(4, 0.4);
  });
});

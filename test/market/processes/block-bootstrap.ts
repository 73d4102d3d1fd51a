import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { blockBootstrap } from "../../../src/market/processes/block-bootstrap.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { realisedVariance } from "../../../src/market/realised.ts";
import { recordedBars } from "../../../src/scenarios/recorded-bars.ts";
import { estimate, relativeEnds } from "./simulate.ts";

const { bars, seconds } = recordedBars("black-thursday-2020.csv");
const prices = bars.map((bar) => bar.close);
const returns = prices.slice(1).map((price, i) => Math.log(price / prices[i]!));
const n = returns.length;
const DAYS = seconds / 86_400;
const settings = { kind: "block-bootstrap", prices, secondsApart: seconds, meanBlock: 6, centred: false } as const;

/** Places in the recording of the returns of one path. */
function places(meanBlock: number, seed: number, count: number): number[] {
  const next = blockBootstrap({ ...settings, meanBlock }).begin(pathStream(seed, 0));
  return Array.from({ length: count }, () => returns.indexOf(next(DAYS)));
}

describe("blockBootstrap of Black Thursday's 10-minute closes", () => {
  it("draws recorded returns and no others, each as often as any other", () => {
    const distinct = new Set(returns);
    const next = blockBootstrap({ ...settings, meanBlock: 1 }).begin(pathStream(61, 0));
    const seen = new Map<number, number>();
    const count = 200_000;
    for (let i = 0; i < count; i += 1) {
      const each = next(DAYS);
      seen.set(each, (seen.get(each) ?? 0) + 1);
    }
    expect([...seen.keys()].every((each) => distinct.has(each))).to.equal(true);
    const chiSquare = [...distinct].reduce((sum, each) => {
      const expected = (count / n) * returns.filter((other) => other === each).length;
      const gap = (seen.get(each) ?? 0) - expected;
      return sum + (gap * gap) / expected;
    }, 0);
    expect(Math.abs(chiSquare - (distinct.size - 1))).to.be.below(4 * Math.sqrt(2 * distinct.size));
  });

  it("goes on in the recording, from its end to its beginning, with probability 1 − 1/meanBlock, or by chance", () => {
    for (const meanBlock of [1, 6, 50]) {
      const drawn = places(meanBlock, 62, 50_000);
      const goesOn = drawn.slice(1).map((place, i) => (returns[(drawn[i]! + 1) % n] === returns[place] ? 1 : 0));
      const expected = 1 - (1 / meanBlock) * (1 - 1 / n);
      expect(estimate(goesOn).mean).to.be.closeTo(expected, 4 * Math.sqrt((expected * (1 - expected)) / goesOn.length) + 1e-12);
    }
  });

  it("has the autocovariance (1 − 1/b)^k·C(k) of the circular recording (Politis and Romano 1994, Lemma 1)", () => {
    const meanBlock = 4;
    const mean = returns.reduce((sum, each) => sum + each, 0) / n;
    const process = blockBootstrap({ ...settings, meanBlock });
    const lags = [0, 1, 2, 3, 5];
    const batches = Array.from({ length: 400 }, (_, path) => {
      const next = process.begin(pathStream(63, path));
      const drawn = Array.from({ length: 505 }, () => next(DAYS) - mean);
      return lags.map((lag) => drawn.slice(0, 500).reduce((sum, each, i) => sum + each * drawn[i + lag]!, 0) / 500);
    });
    for (const [i, lag] of lags.entries()) {
      const circular = returns.reduce((sum, each, k) => sum + (each - mean) * (returns[(k + lag) % n]! - mean), 0) / n;
      const kept = Array.from({ length: lag }).reduce<number>((product) => product * (1 - 1 / meanBlock), 1);
      const { mean: found, standardError } = estimate(batches.map((batch) => batch[i]!));
      expect(found, `lag ${lag}`).to.be.closeTo(kept * circular, 3 * standardError);
    }
  });

  it("expects the recorded return as it is, and an unchanged price when centred", () => {
    const growth = returns.reduce((sum, each) => sum + Math.exp(each), 0) / n;
    for (const [centred, expected] of [
      [false, Array.from({ length: 10 }).reduce<number>((product) => product * growth, 1)],
      [true, 1],
    ] as const) {
      const { mean, standardError } = estimate(
        relativeEnds(blockBootstrap({ ...settings, meanBlock: 1, centred }), 64, 40_000, 10, 10 * DAYS),
      );
      expect(mean).to.be.closeTo(expected, 3 * standardError);
    }
  });

  it("stands still between recorded times: finer and uneven steps neither add nor take variance", () => {
    const process = blockBootstrap(settings);
    const day = 86_400;
    const coarse = new Float64Array(day / seconds + 1);
    fillPrices(
      coarse,
      process,
      195,
      Float64Array.from(coarse, (_, i) => 1_584_000_000 + i * seconds),
      pathStream(65, 0),
    );
    const times = Array.from({ length: day / 5 }, (_, i) => 1_584_000_000 + i * 5 + (i % 3)).concat(1_584_000_000 + day);
    const fine = new Float64Array(times.length);
    fillPrices(fine, process, 195, times, pathStream(65, 0));
    expect(new Set(fine).size).to.be.at.most(coarse.length);
    expect(fine.at(-1)).to.be.closeTo(coarse.at(-1)!, 1e-9);
    expect(realisedVariance(fine)).to.be.closeTo(realisedVariance(coarse), 1e-12);
  });
});

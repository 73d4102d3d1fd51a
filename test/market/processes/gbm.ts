import { expect } from "chai";
import { describe, it } from "mocha";
import { type Random, stream } from "../../../src/core/random.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { gbm } from "../../../src/market/processes/gbm.ts";
import { lossVersusRebalancing, realisedVariance, volatilityPerDay } from "../../../src/market/realised.ts";

function gbmPrices(start: number, driftPerDay: number, volatilityPerDay: number, times: readonly number[], random: Random): Float64Array {
  const prices = new Float64Array(times.length);
  fillPrices(prices, gbm({ kind: "gbm", driftPerDay, volatilityPerDay }), start, times, random);
  return prices;
}

const DAY = 86_400;

describe("gbmPrices", () => {
  it("starts at the start price, and stays there without drift and volatility", () => {
    expect([...gbmPrices(200, 0, 0, [5, 6, 70], stream(1, "gbm"))]).to.deep.equal([200, 200, 200]);
  });

  it("grows at its drift without volatility", () => {
    expect(gbmPrices(100, Math.log(2), 0, [0, DAY, 2 * DAY], stream(1, "gbm"))[2]).to.be.closeTo(400, 1e-10);
  });

  it("has mean, mean logarithm and variance of the exact law after one step, within three standard errors", () => {
    const [drift, sigma, runs] = [0.02, 0.3, 40_000];
    const random = stream(2, "gbm");
    const logs = Array.from({ length: runs }, () => Math.log((gbmPrices(1, drift, sigma, [0, 2 * DAY], random)[1] ?? NaN) / 1));
    const mean = logs.reduce((sum, log) => sum + log, 0) / runs;
    const variance = logs.reduce((sum, log) => sum + (log - mean) * (log - mean), 0) / runs;
    const price = logs.reduce((sum, log) => sum + Math.exp(log), 0) / runs;
    const total = 2 * sigma * sigma;
    expect(mean).to.be.closeTo(2 * drift - total / 2, 3 * Math.sqrt(total / runs));
    expect(variance).to.be.closeTo(total, 3 * total * Math.sqrt(2 / runs));
    expect(price).to.be.closeTo(Math.exp(2 * drift), 3 * Math.exp(2 * drift) * Math.sqrt((Math.exp(total) - 1) / runs));
  });

  it("has the stated volatility in uneven steps", () => {
    const times = Array.from({ length: 20_001 }, (_, i) => 13 * i + (i % 5));
    const prices = gbmPrices(100, 0, 0.05, times, stream(3, "gbm"));
    expect(volatilityPerDay(prices, times.at(-1) ?? NaN)).to.be.closeTo(0.05, 3 * 0.05 * Math.sqrt(1 / (2 * 20_000)));
    expect(realisedVariance(prices)).to.be.above(0);
  });

  it("costs a pool what theory 2.1 says: 1 − exp(−σ²T/8) of its value, 7.6884 % at 80 % a year over a year", () => {
    const random = stream(4, "gbm");
    const times = Array.from({ length: 366 }, (_, i) => i * DAY);
    const losses = Array.from({ length: 4_000 }, () => lossVersusRebalancing(gbmPrices(1, 0, 0.8 / Math.sqrt(365), times, random)) / 2);
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    const deviation = Math.sqrt(losses.reduce((sum, loss) => sum + (loss - mean) * (loss - mean), 0) / losses.length);
    expect(mean).to.be.closeTo(0.076884, (3 * deviation) / Math.sqrt(losses.length));
  });
});

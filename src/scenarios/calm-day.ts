import { constantGas } from "../market/gas-prices.ts";
import type { Scenario } from "./scenario.ts";

const FROM = Date.UTC(2020, 2, 1) / 1000;

/** A day on which nothing happens, to set the crashes beside. */
export function calmDay(): Scenario {
  return {
    name: "calm-day",
    title: "A calm day",
    what: "Nothing happens: ETH follows geometric Brownian motion of 3 % a day without drift, and gas costs 20 gwei.",
    source: "geometric Brownian motion, drawn from the seed",
    resolution: "every block",
    era: "blocks at random every 13.2 s on average, first-price gas auctions paid to the miner, gas limit 10,000,000, no private bundles",
    thoughtExperiment:
      "The day is drawn, not recorded; pool, blocks and fees are those of Black Thursday, so that only the prices and the gas differ.",
    flaggedBars: [],
    calibration: ["Pool, traders and chain are those of Black Thursday, so that only the prices and the gas differ."],
    from: FROM,
    to: FROM + 86_400,
    market: { kind: "process", start: 200, process: { kind: "gbm", driftPerDay: 0, volatilityPerDay: 0.03 } },
    gas: constantGas(20, 10),
    defaults: {
      pool: { value: 6_400_000 },
      mempool: { blockProcess: "poisson", blockSeconds: 13.2, fees: "first-price", gasLimit: 10_000_000 },
      agents: { turnover: 0.155, surge: 0.94, usualVolatility: 0.05 },
    },
    recordedPool: null,
    halts: null,
    volatility: null,
  };
}

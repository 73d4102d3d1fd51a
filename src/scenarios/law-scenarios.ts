import type { ProcessSettings } from "../market/processes/process-settings.ts";
import { calmDay } from "./calm-day.ts";
import { blackThursday2020 } from "./black-thursday-2020.ts";
import { may192021 } from "./may-19-2021.ts";
import type { Scenario } from "./scenario.ts";

/** What a law of prices needs beside the calm day's pool and chain to be a scenario. */
interface Law {
  readonly title: string;
  readonly what: string;
  readonly process: () => ProcessSettings;
}

const laws: Readonly<Record<string, Law>> = {
  gbm: {
    title: "Geometric Brownian motion",
    what: "The price is lognormal without drift and without jumps.",
    process: () => ({ kind: "gbm" }),
  },
  merton: {
    title: "Merton's jumps",
    what: "Brownian motion, and normal jumps of the log price that come at a constant rate (Merton 1976).",
    process: () => ({ kind: "merton" }),
  },
  kou: {
    title: "Kou's jumps",
    what: "Brownian motion, and jumps up and down of exponential size at a constant rate (Kou 2002).",
    process: () => ({ kind: "kou" }),
  },
  hawkes: {
    title: "Self-exciting jumps",
    what: "Brownian motion, and normal jumps each of which makes further ones likelier for a while (Hawkes 1971).",
    process: () => ({ kind: "hawkes" }),
  },
  heston: {
    title: "Heston's stochastic volatility",
    what: "The variance returns to its mean and is correlated with the price (Heston 1993; Andersen 2008 for the steps).",
    process: () => ({ kind: "heston" }),
  },
  "bootstrap-black-thursday-2020": {
    title: "Black Thursday, shuffled",
    what: "The 10-minute returns of 12 March 2020 in blocks, drawn again and again in random order (Politis and Romano 1994).",
    process: () => bootstrapOf(blackThursday2020()),
  },
  "bootstrap-may-19-2021": {
    title: "19 May 2021, shuffled",
    what: "The 5-minute returns of 19 May 2021 in blocks, drawn again and again in random order (Politis and Romano 1994).",
    process: () => bootstrapOf(may192021()),
  },
};

/**
 * Scenarios whose prices are drawn from a law, by name. A user changes the law as `process.…`; pool, traders and blocks are those of the calm
 * day, and gas costs the same until the price moves more than usual.
 * Each is made only when asked for.
 */
export const lawScenarios: ReadonlyMap<string, () => Scenario> = new Map(
  Object.entries(laws).map(([name, law]) => [name, () => lawScenario(name, law)]),
);

function lawScenario(name: string, { title, what, process }: Law): Scenario {
  const calm = calmDay();
  return {
    ...calm,
    name,
    title,
    what,
    source: "drawn from the seed",
    thoughtExperiment: "The prices are drawn, not recorded; pool, blocks and fees are those of Black Thursday.",
    calibration: ["The law's settings are round numbers, calibrated to nothing; pool, traders and chain are those of Black Thursday."],
    market: { kind: "process", start: 200, process: process() },
    gas: null,
    defaults: { ...calm.defaults, mempool: { ...calm.defaults.mempool, gasPrices: "volatility", floorGwei: 20, bidSpreadGwei: 10 } },
  };
}

function bootstrapOf({ market, name }: Scenario): ProcessSettings {
  if (market.kind !== "bars") throw new Error(`${name} has no bars`);
  const { bars, seconds } = market.series;
  return { kind: "block-bootstrap", prices: [bars[0]?.open ?? NaN, ...bars.map(({ close }) => close)], secondsApart: seconds };
}

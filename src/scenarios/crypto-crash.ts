import { chainAt } from "./chain-at.ts";
import { gasLimitAt } from "./gas-limit-at.ts";
import { recordedBars } from "./recorded-bars.ts";
import type { Scenario, ScenarioDefaults } from "./scenario.ts";

const SECONDS_A_DAY = 86_400;

/** What tells one recorded day of a coin from another. */
export interface CryptoCrash extends Pick<Scenario, "name" | "title" | "what" | "source" | "resolution"> {
  /** In `data/`. */
  readonly file: string;
  /** Start of the day that is run, unix seconds; the file has more on both sides where there is more. */
  readonly from: number;
  /** Value of the pool, quote. */
  readonly pool: number;
  /** How that was chosen, in a sentence. */
  readonly poolChoice: string;
  /** What gas costs at the usual volatility, gwei of base: floor, and how far bids lie above it. */
  readonly gwei: readonly [floor: number, spread: number];
  /** How that was chosen, in a sentence. */
  readonly gasChoice: string;
  readonly more?: readonly string[];
  readonly thoughtExperiment?: string;
  readonly flaggedBars?: Scenario["flaggedBars"];
  readonly agents?: ScenarioDefaults["agents"];
  readonly hedger?: ScenarioDefaults["hedger"];
}

/** The day of a recorded crash since the London upgrade, on the chain of its time; traders are borrowed from 19 May 2021, gas is chosen. */
export function cryptoCrash(crash: CryptoCrash): Scenario {
  const { name, title, what, source, resolution, file, from, pool, gwei } = crash;
  const to = from + SECONDS_A_DAY;
  const chain = chainAt(from);
  const gasLimit = gasLimitAt(from);
  return {
    name,
    title,
    what,
    source,
    resolution,
    era: `${chain.words}, gas limit ${gasLimit / 1e6},000,000`,
    thoughtExperiment: crash.thoughtExperiment ?? null,
    flaggedBars: crash.flaggedBars ?? [],
    calibration: [
      crash.poolChoice,
      "Traders: borrowed from 19 May 2021, the day with a recorded pool: 0.155 of the pool's value a day at a volatility of 5 % a day, growing with volatility to the power 0.94 (95 % intervals 0.03 to 0.50 and 0.43 to 1.79).",
      crash.gasChoice,
      ...(crash.more ?? []),
    ],
    from,
    to,
    market: { kind: "bars", series: recordedBars(file, from, to) },
    gas: null,
    defaults: {
      pool: { value: pool },
      mempool: { ...chain.settings, gasLimit, gasPrices: "volatility", floorGwei: gwei[0], bidSpreadGwei: gwei[1] },
      agents: { turnover: 0.155, surge: 0.94, usualVolatility: 0.05, traderMedian: 20_000, ...crash.agents },
      ...(crash.hedger === undefined ? {} : { hedger: crash.hedger }),
    },
    recordedPool: null,
    halts: null,
    volatility: null,
  };
}

import type { Random } from "../core/random.ts";
import { blockTimes } from "../market/block-times.ts";
import { pricesFromBars } from "../market/bridge.ts";
import { pricesFromPoints } from "../market/points.ts";
import { fillPrices } from "../market/processes/fill-prices.ts";
import { readProcess } from "../market/processes/read-process.ts";
import { sessionTimes } from "../market/session-times.ts";
import type { Scenario } from "./scenario.ts";
import type { Settings } from "./settings.ts";

/** What of a scenario its paths depend on; plain data. */
export type PathSource = Pick<Scenario, "name" | "from" | "to" | "market">;

/** One path, in doubles. */
export interface DrawnNumbers {
  /** Unix seconds, rising; the first is the state before the first block. */
  readonly times: readonly number[];
  /** Quote per base at each time. The array may be written again by the next path. */
  readonly prices: Float64Array;
}

/** Draws a path from two streams, so that what the one decides does not change the other. */
export type PathDrawer = (ofTimes: Random, ofPrices: Random) => DrawnNumbers;

/**
 * Draws any number of paths of a scenario. One in whose time no block falls has only its start.
 *
 * @param intrabarVariance as a multiple of the fitted one
 */
export function pathDrawer(
  source: PathSource,
  settings: Pick<Settings, "mempool" | "run" | "process">,
  intrabarVariance: number,
): PathDrawer {
  const { blockProcess, blockSeconds } = settings.mempool;
  const to = endOf(source, settings.process);
  const sessions = source.market.kind === "sessions" ? source.market.sessions : [];
  const timesOf = (random: Random): readonly number[] =>
    (blockProcess === "sessions"
      ? sessionTimes(sessions, blockSeconds)
      : blockTimes(blockProcess, blockSeconds, source.from, to, random)
    ).slice(0, settings.run.blocks + 1);
  const fixed = blockProcess === "poisson" ? null : timesOf(() => 0);
  const pricesAt = pricesOf(source, settings.process, intrabarVariance);
  return (ofTimes, ofPrices) => {
    const times = fixed ?? timesOf(ofTimes);
    return { times, prices: pricesAt(times, ofPrices) };
  };
}

/** Unix seconds at which a scenario's path ends, whole: a drawn one lasts as long as it is set to. */
export function endOf({ from, to }: Pick<Scenario, "from" | "to">, process: Settings["process"]): number {
  return process === null ? to : from + Math.round(process.days * 86_400);
}

function pricesOf(
  { market }: PathSource,
  process: Settings["process"],
  variance: number,
): (times: readonly number[], random: Random) => Float64Array {
  switch (market.kind) {
    case "bars":
      return (times, random) => pricesFromBars(market.series.bars, market.series.seconds, times, variance, random);
    case "sessions": {
      const lengths = market.sessions.map(({ time, closesAt }) => closesAt - time);
      return (times, random) => pricesFromBars(market.sessions, lengths, times, variance, random);
    }
    case "points":
      return (times) => pricesFromPoints(market.times, market.prices, times);
    case "process": {
      const law = readProcess(process?.law ?? market.process);
      const start = process?.start ?? market.start;
      let room = new Float64Array(0);
      return (times, random) => {
        if (room.length < times.length) room = new Float64Array(times.length);
        const prices = room.length === times.length ? room : room.subarray(0, times.length);
        fillPrices(prices, law, start, times, random);
        return prices;
      };
    }
  }
}

import { InputError } from "../core/errors.ts";
import { stream } from "../core/random.ts";
import { toPrice } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import { blockTimes } from "../market/block-times.ts";
import { pricesFromBars } from "../market/bridge.ts";
import { fillPrices } from "../market/processes/fill-prices.ts";
import { pricesFromPoints } from "../market/points.ts";
import type { Scenario } from "./scenario.ts";
import type { Settings } from "./settings.ts";

/** A reference price at the start and at every block. */
export interface DrawnPath {
  /** Unix seconds, rising; the first is the state before the first block. */
  readonly times: readonly number[];
  readonly prices: readonly PriceE8[];
}

/**
 * The blocks of a run and the reference price at each, drawn from the seed. Block times and prices have a stream each, so another variance inside
 * the bars leaves the times as they are.
 *
 * @param intrabarVariance instead of the setting, as a multiple of the fitted one
 * @throws InputError where no block falls into the scenario's time
 */
export function drawPath(
  scenario: Scenario,
  settings: Settings,
  seed: number,
  intrabarVariance: number = settings.market.intrabarVariance,
): DrawnPath {
  const { blockProcess, blockSeconds } = settings.mempool;
  const all = blockTimes(blockProcess, blockSeconds, scenario.from, scenario.to, stream(seed, "block-times"));
  const times = all.slice(0, settings.run.blocks + 1);
  if (times.length < 2)
    throw new InputError("RUN_WITHOUT_BLOCKS", `no block falls into the ${scenario.to - scenario.from} s of ${scenario.name}`, {
      value: `mempool.blockSeconds=${blockSeconds}`,
      allowed: "blocks shorter than the scenario",
    });
  const random = stream(seed, "path");
  const { market } = scenario;
  const prices = ((): ArrayLike<number> => {
    switch (market.kind) {
      case "bars":
        return pricesFromBars(market.series.bars, market.series.seconds, times, intrabarVariance, random);
      case "points":
        return pricesFromPoints(market.times, market.prices, times);
      case "process": {
        const drawn = new Float64Array(times.length);
        fillPrices(drawn, market.process, market.start, times, random);
        return drawn;
      }
    }
  })();
  return { times, prices: Array.from(prices, toPrice) };
}

import type { CrashResult } from "../core/result.ts";
import { liquidityOf } from "../amm/spot.ts";
import { priceNumber } from "../core/units.ts";
import type { PoolState, PriceE8 } from "../core/words.ts";
import { implyVolatility } from "../hedger/imply-volatility.ts";
import { lossVersusRebalancing, realisedVariance } from "../market/realised.ts";
import { openBooks } from "./books/open-books.ts";
import { hedgersPrices } from "./hedgers-prices.ts";
import { momentOf } from "./moment.ts";
import { openSimulation } from "./simulation.ts";
import type { World } from "./world.ts";

/** A path of the same crash with another variance inside the bars. */
export interface IntrabarPath {
  readonly level: "low" | "default" | "high";
  /** Multiple of the fitted variance. */
  readonly setting: number;
  readonly prices: readonly PriceE8[];
}

/**
 * What depends on the price path alone, for another variance inside the bars: the loss versus rebalancing of the starting liquidity, and the
 * books of options. The pool stands still here; nothing is executed.
 */
export function intrabarRow(world: World, pool: PoolState, path: IntrabarPath): CrashResult["intrabar"][number] {
  const variant: World = { ...world, prices: path.prices };
  const sim = openSimulation(variant, pool);
  const books = openBooks(variant, sim);
  const options = books.all.filter((book) => book.name === "option-twin" || book.name === "short-straddle");
  const blocks = world.times.length - 1;
  const pricesOfHedgers = hedgersPrices(world.settings);
  for (let block = 1; block <= blocks; block += 1) {
    const step = momentOf(variant, block);
    const moment = { ...step, ...pricesOfHedgers(step) };
    for (const book of options) book.step({ moment, tauAfter: books.tau(moment.time), share: books.share });
  }
  const numbers = path.prices.map(priceNumber);
  const totalOf = (name: string): number => options.find((book) => book.name === name)?.statement(blocks).total ?? 0;
  return {
    level: path.level,
    setting: path.setting,
    realisedVariance: realisedVariance(numbers),
    lossVersusRebalancing: -liquidityOf(pool) * lossVersusRebalancing(numbers),
    optionTwin: totalOf("option-twin"),
    shortStraddle: totalOf("short-straddle"),
    breakEvenVolatility: implyVolatility(numbers, world.times.map(books.tau)),
  };
}

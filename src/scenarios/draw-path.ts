import { InputError } from "../core/errors.ts";
import { stream } from "../core/random.ts";
import { toPrice } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";
import type { SessionMarks } from "../market/sessions-of.ts";
import { endOf, pathDrawer, type PathSource } from "./path-drawer.ts";
import { sessionMarks } from "./session-marks.ts";
import type { Settings } from "./settings.ts";

/** A reference price at the start and at every block. */
export interface DrawnPath {
  /** Unix seconds, rising; the first is the state before the first block. */
  readonly times: readonly number[];
  readonly prices: readonly PriceE8[];
  /** Which blocks are a session's open or close; null where the market never closes. */
  readonly sessions: SessionMarks | null;
}

/**
 * The blocks of a run and the reference price at each, drawn from the seed. Block times and prices have a stream each, so another variance inside
 * the bars leaves the times as they are.
 *
 * @param intrabarVariance instead of the setting, as a multiple of the fitted one
 * @throws InputError where no block falls into the scenario's time
 */
export function drawPath(
  source: PathSource,
  settings: Settings,
  seed: number,
  intrabarVariance: number = settings.market.intrabarVariance,
): DrawnPath {
  const draw = pathDrawer(source, settings, intrabarVariance);
  const { times, prices } = draw(stream(seed, "block-times"), stream(seed, "path"));
  if (times.length < 2)
    throw new InputError(
      "RUN_WITHOUT_BLOCKS",
      `no block falls into the ${endOf(source, settings.process) - source.from} s of ${source.name}`,
      {
        value: `mempool.blockSeconds=${settings.mempool.blockSeconds}`,
        allowed: "blocks shorter than the scenario",
      },
    );
  return { times, prices: Array.from(prices, toPrice), sessions: sessionMarks(source.market, times) };
}

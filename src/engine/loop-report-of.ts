import type { LoopReport } from "../core/loop-report.ts";
import type { Series } from "../core/result.ts";
import { amplification } from "../ledger/measures/amplification.ts";
import { depthElasticity } from "../ledger/measures/depth-elasticity.ts";
import { gainEstimate } from "../ledger/measures/gain-estimate.ts";
import { loopGain } from "../ledger/measures/loop-gain.ts";
import { loopVerdict } from "../ledger/measures/loop-verdict.ts";
import type { Reacting } from "../ledger/measures/reaction.ts";

/** Blocks of a variance ratio, and of a window of depth. */
const HORIZON = 50;

/** The loop of a run, as far as it is known before the run. */
export interface Loop {
  /** Prices without anybody's impact, one a block. */
  readonly path: readonly number[];
  /** Lasting log move per unit of quote that is bought, at the start. */
  readonly impact: number;
  /** Whether anybody carries the pool's trades to the reference market. */
  readonly isArbitraged: boolean;
  /** How many hedge alike, of those whose hedge moves it. */
  readonly crowd: number;
}

/**
 * Reads the loop off a run.
 *
 * @param mover the one whose hedge moves the market, as it answers the price at the start
 */
export function loopReportOf(loop: Loop, series: Series, mover: Reacting | null): LoopReport {
  const { path } = loop;
  const prices = series.priceE8.map((price) => price / 1e8);
  const estimate = gainEstimate(prices, path, HORIZON);
  const { fallOn, fallOff, ratio } = amplification(prices, path);
  const depth = depthElasticity(series.depthDown2, series.poolPrice, HORIZON);
  const verdict = loopVerdict(estimate?.gain ?? 0, estimate?.interval ?? null, ratio);
  return {
    gain: estimate?.gain ?? null,
    standardError: estimate?.standardError ?? null,
    interval: estimate?.interval ?? null,
    byVarianceRatio: estimate?.byVarianceRatio ?? null,
    reaction: reactionOf(loop, series, mover),
    fallWith: fallOn,
    fallWithout: fallOff,
    amplification: ratio,
    depthElasticity: depth === null ? null : { value: depth.slope, standardError: depth.standardError },
    verdict: verdict.kind,
    sentence: verdict.sentence,
  };
}

/** Of those who trade at the reference market because its price moves, as they stand at the start. */
function reactionOf({ impact, isArbitraged, crowd }: Loop, series: Series, mover: Reacting | null): number {
  const price = (series.priceE8[0] ?? NaN) / 1e8;
  const value = (series.reserveBase[0] ?? NaN) * price + (series.reserveQuote[0] ?? NaN);
  const ofPool = isArbitraged ? loopGain(impact, [{ kind: "pool", value, hedgedShare: 0 }]) : 0;
  return ofPool + (mover === null ? 0 : crowd * loopGain(impact, [mover]));
}

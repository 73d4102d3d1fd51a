import type { LoopReport } from "../core/loop-report.ts";
import type { Series } from "../core/result.ts";
import { amplification } from "../ledger/measures/amplification.ts";
import { depthElasticity } from "../ledger/measures/depth-elasticity.ts";
import { gainEstimate } from "../ledger/measures/gain-estimate.ts";
import { loopGain } from "../ledger/measures/loop-gain.ts";
import { loopVerdict } from "../ledger/measures/loop-verdict.ts";
import type { Reacting } from "../ledger/measures/reaction.ts";
import type { HedgerSettings } from "../hedger/settings.ts";

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
  /** Whose hedge moves it, and how many hedge alike. */
  readonly mover: HedgerSettings["mover"];
  readonly crowd: number;
}

/** Reads the loop off a run. */
export function loopReportOf(loop: Loop, series: Series): LoopReport {
  const { path, impact } = loop;
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
    reaction: loopGain(impact, participantsOf(loop, series)),
    fallWith: fallOn,
    fallWithout: fallOff,
    amplification: ratio,
    depthElasticity: depth === null ? null : { value: depth.slope, standardError: depth.standardError },
    verdict: verdict.kind,
    sentence: verdict.sentence,
  };
}

/** Who trades at the reference market because its price moves, as they stand at the start. */
function participantsOf({ isArbitraged, mover, crowd }: Loop, series: Series): readonly Reacting[] {
  const price = (series.priceE8[0] ?? NaN) / 1e8;
  const pool = (series.reserveBase[0] ?? NaN) * price + (series.reserveQuote[0] ?? NaN);
  const hedged = dollarGammaOf(mover, series);
  return [
    ...(isArbitraged ? [{ kind: "pool", value: pool, hedgedShare: 0 } as const] : []),
    // A hedge holds what its book's delta is short of.
    ...(hedged === 0 ? [] : [{ kind: "replicator", gamma: (-hedged * crowd) / (price * price), price } as const]),
  ];
}

function dollarGammaOf(mover: Loop["mover"], series: Series): number {
  switch (mover) {
    case "none":
      return 0;
    case "hedged-lp":
      return series.dollarGammaLp[0] ?? NaN;
    case "option-twin":
      return series.dollarGammaTwin[0] ?? NaN;
    case "short-straddle":
      return series.dollarGammaStraddle[0] ?? NaN;
  }
}

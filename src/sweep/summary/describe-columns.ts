import type { Spread } from "../../core/sweep-summary.ts";
import type { Batches } from "./batches.ts";
import { estimatesOf } from "./estimates-of.ts";
import { moments } from "./moments.ts";
import { PROBABILITIES, TAILS } from "./probabilities.ts";
import { quantileRank, tailRank } from "./ranks.ts";
import { selectRanks } from "./select-ranks.ts";
import type { SelectionLimits } from "./selection-limits.ts";
import { tailMeans } from "./tail-means.ts";

/** What is described, and with how much memory. */
export interface DescribeOptions {
  /** Shares at which quantiles are given, from 0 to 1; by default those of a sweep. */
  readonly probabilities?: readonly number[];
  /** Shares of least values that value at risk and expected shortfall are given for, above 0 and up to 1; by default those of a sweep. */
  readonly tails?: readonly number[];
  readonly limits?: Partial<SelectionLimits>;
}

/**
 * How the numbers of each column are spread, exactly, in memory that does not grow with how many there are. The batches are read several times: once for
 * the moments, once or more for the quantiles, once for the tails.
 *
 * @param columns how many columns the batches have
 * @throws RangeError as `moments` does, and for a share out of range
 */
export async function describeColumns(batches: Batches, columns: number, options: DescribeOptions = {}): Promise<readonly Spread[]> {
  const { probabilities = PROBABILITIES, tails = TAILS, limits } = options;
  const known = await moments(batches, columns);
  const { count, deviations, least, greatest } = known;

  const places = {
    quantiles: probabilities.map((share) => quantileRank(share, count)),
    risks: tails.map((share) => quantileRank(share, count)),
    thresholds: tails.map((share) => tailRank(share, count)),
  };
  const ranks = [...new Set([...places.quantiles, ...places.risks, ...places.thresholds])].sort((a, b) => a - b);
  const wanted = Array.from({ length: columns }, () => ranks);
  const selected = await selectRanks(batches, known, wanted, limits);
  const at = (column: number, ofRanks: readonly number[]): readonly number[] =>
    ofRanks.map((rank) => selected[column]![ranks.indexOf(rank)]!);

  const thresholds = selected.map((_, column) => at(column, places.thresholds));
  const means = await tailMeans(batches, known, tails, thresholds);

  return estimatesOf(known).map((estimate, column) => ({
    ...estimate,
    deviation: count === 1 ? null : deviations[column]!,
    least: least[column]!,
    greatest: greatest[column]!,
    quantiles: at(column, places.quantiles),
    // Taken from 0, so that a loss of 0 has no sign.
    valueAtRisk: at(column, places.risks).map((value) => 0 - value),
    expectedShortfall: Array.from(means[column]!, (mean) => 0 - mean),
  }));
}

import type { GapStatistics } from "./gap-statistics.ts";

/** The recorded pool that a scenario is set beside, where there is one. */
export interface RecordedPoolComparison {
  readonly source: string;
  readonly time: readonly number[];
  readonly recordedBase: readonly number[];
  readonly recordedQuote: readonly number[];
  readonly modelBase: readonly number[];
  readonly modelQuote: readonly number[];
  /** Cumulative base flow without mints and burns. */
  readonly recordedFlow: readonly number[];
  readonly modelFlow: readonly number[];
  readonly flowCorrelation: number;
  readonly recordedGap: GapStatistics;
  readonly modelGap: GapStatistics;
  /** The same pool with nothing but its fee between it and the reference: no gas, no waiting, no traders. */
  readonly bareBand: { readonly flowCorrelation: number; readonly gap: GapStatistics };
}

import type { LineName } from "./line-name.ts";
import type { LoopReport } from "./loop-report.ts";
import type { BookName, Finding, FlowHorizon, IdentityReport, Interval } from "./result.ts";

/**
 * What two crashes side by side say: the one shape that the reports of a comparison read. Types only. Numbers are in quote (dollars) and shares unless a
 * name says otherwise; columns of one table have the same length. Nothing in it depends on the engine.
 */

/** A number of several runs that differ in their seed. */
export interface SeedEstimate {
  /** Mean over the seeds. */
  readonly value: number;
  /** Where it lies at 95 % by Student's t over the seeds; null for fewer than three. */
  readonly interval: Interval | null;
}

/** A book's statement, each number the mean over the seeds. */
export interface ComparedBook {
  readonly book: BookName;
  readonly title: string;
  readonly collateral: string;
  readonly startCapital: number;
  readonly lines: Readonly<Record<LineName, number>>;
  readonly total: number;
  readonly peakMargin: number;
  readonly returnOnPeakCapital: number;
  /** Total over start capital. */
  readonly result: SeedEstimate;
  /**
   * What curvature cost (the lines bleed, gap and higher order) over the sum of |dollar gamma| · squared return; −½ is what theory says of any book that is
   * short gamma, ½ of one that is long. Null for a book without a gamma of its own: holding, and an insurer, who trades for one.
   */
  readonly costPerGamma: SeedEstimate | null;
}

/** Which way a participant trades: `pool`, or a book's name for its hedge, of an insurer for what he holds. */
export interface ComparedFlow {
  readonly participant: string;
  readonly title: string;
  /** Net purchase of base over the run, over the base that a position of this size begins with. */
  readonly net: SeedEstimate;
  /** Over so many blocks; null where the runs are too short for any. */
  readonly horizon: FlowHorizon | null;
  /** Quote bought per unit of log return, over a quarter of the position's value: −1 is a pool without fees, +1 who hedges it without delay. Null with the horizon. */
  readonly slope: SeedEstimate | null;
  /** Sold in the tenth of blocks with the lowest returns, over all it sold; null where a run sold nothing. */
  readonly soldInWorstTenth: SeedEstimate | null;
}

/** What two things of one scenario differ by, in pairs of one run. */
export interface ComparedPairs {
  /** Result of the hedged LP less that of the option twin, over the start capital. */
  readonly hedgedLpLessTwin: SeedEstimate;
  /** The same of the LP less holding. */
  readonly lpLessHold: SeedEstimate;
  /** Cost per unit of dollar gamma of the LP over that of the option twin, less 1. */
  readonly lpOverTwinPerGamma: SeedEstimate;
  /** Share sold in the worst tenth of blocks: hedge of the LP less pool; null where one sold nothing. */
  readonly hedgeLessPoolInWorstTenth: SeedEstimate | null;
  /** What arbitrage took from the pool before its fee, over loss versus rebalancing, less 1; null where nothing was lost. */
  readonly arbitrageOverBleed: SeedEstimate | null;
}

/** Who trades because the price moves, on a path that falls for reasons of its own in a market that answers. */
export interface ComparedSystem {
  /** Stable name. */
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** What it sets beyond the settings that all systems share. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Runs in which trades moved the price by more than e^10, beyond which it says nothing: a spiral. Gains and falls are then null. */
  readonly outOfSight: number;
  /** Share of a return that comes back one block later; null where the runs are too short. */
  readonly gain: SeedEstimate | null;
  /** Fall with the agents over fall without, less 1: above 0 the fall is deeper. Null where the price does not fall without them. */
  readonly deeper: SeedEstimate | null;
  /** That less the same of the pool alone, in pairs of one seed; null for the pool itself, and where the price does not fall. */
  readonly lessPoolAlone: SeedEstimate | null;
  readonly verdict: LoopReport["verdict"];
}

/** What is drawn of one run, the first seed's: one row for some of its blocks. */
export interface ComparedSeries {
  readonly time: readonly number[];
  /** Of the price at the start. */
  readonly price: readonly number[];
  /** Net purchase of base since the start, over the base that the position begins with; by participant. */
  readonly flow: readonly { readonly participant: string; readonly title: string; readonly values: readonly number[] }[];
}

export interface ComparedScenario {
  readonly name: string;
  readonly title: string;
  /** The title's beginning, for sentences and heads of tables. */
  readonly short: string;
  readonly what: string;
  readonly thoughtExperiment: string | null;
  readonly from: number;
  readonly to: number;
  /** Of each run. */
  readonly blocks: number;
  /** Simple returns and share of a day's standard deviation, means over the seeds. */
  readonly return: SeedEstimate;
  readonly volatilityPerDay: SeedEstimate;
  /** Fall from the first price to the lowest, as a positive log. */
  readonly fall: SeedEstimate;
  /** Time from the first price to the lowest, in seconds. */
  readonly secondsToLow: SeedEstimate;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly books: readonly ComparedBook[];
  readonly flow: readonly ComparedFlow[];
  readonly pairs: ComparedPairs;
  readonly systems: readonly ComparedSystem[];
  readonly identities: readonly IdentityReport[];
  readonly series: ComparedSeries;
}

/** What the comparison is about: the loss, the flow, the loop, or something popular that is said of them. */
export type ComparisonTopic = "loss" | "flow" | "loop" | "claim";

/** Where a number lies, as far as its interval can tell: above or below what it is held against, next to it, or not known; `mixed` where two crashes disagree. */
export type Told = "above" | "below" | "none" | "open" | "mixed";

export interface ComparisonFinding extends Finding {
  readonly topic: ComparisonTopic;
  /** What it is about, in a few words; of a claim the claim. */
  readonly subject: string;
  readonly told: Told;
  /** What becomes of a claim; null for what is no claim. */
  readonly standing: "contradicted" | "borne out" | "cannot be told" | null;
}

/** Two crashes side by side. */
export interface Comparison {
  readonly schemaVersion: 1;
  /** The first one. */
  readonly seed: number;
  readonly seeds: number;
  /** Every system falls by as much as the scenario and for as long, evenly over so many blocks, with the scenario's volatility around it. */
  readonly shock: {
    readonly blocks: number;
    readonly settings: Readonly<Record<string, string | number | boolean>>;
  };
  /** Two, in the order in which they were asked for. */
  readonly scenarios: readonly ComparedScenario[];
  /** Result of a book in the first scenario less that in the second, over the start capital, in pairs of one seed. */
  readonly between: readonly { readonly book: BookName; readonly title: string; readonly less: SeedEstimate }[];
  readonly findings: readonly ComparisonFinding[];
  /** The answer, a sentence each for the loss, the flow, what turns the pool, and the claims. */
  readonly answer: readonly string[];
}

/**
 * What a run says: the one shape that reports, tests and other programs read. Types only.
 *
 * Numbers are in quote (dollars) and whole tokens unless a name says otherwise; times are unix seconds; prices with the suffix `E8` are integers in
 * 10^-8. Columns of one table have the same length. No hashes, addresses, wall-clock times or machine facts outside `engine`.
 */

import type { ChosenBook } from "./chosen-book.ts";
import type { LineName } from "./line-name.ts";
import type { LoopReport } from "./loop-report.ts";
import type { RecordedPoolComparison } from "./recorded-pool-comparison.ts";
import type { GapStatistics } from "./gap-statistics.ts";

/** The books, in the order in which they are read. */
export type BookName = "hold" | "lp" | "hedged-lp" | "option-twin" | "short-straddle" | ChosenBook;

/** Two ends of an interval; its meaning is said where it stands. */
export type Interval = readonly [low: number, high: number];

/** One book's statement: what it started with, where its result came from, what it ended with. */
export interface BookStatement {
  readonly book: BookName;
  /** A few words for a table's head. */
  readonly title: string;
  /** What it holds and what stands behind it, in a sentence. */
  readonly collateral: string;
  readonly startCapital: number;
  readonly lines: Readonly<Record<LineName, number>>;
  /** Change of value from balances and marks. */
  readonly total: number;
  /** Lowest total on the way. */
  readonly worst: number;
  /** Most margin that stood behind it at any block. */
  readonly peakMargin: number;
  /** Total over start capital and peak margin. */
  readonly returnOnPeakCapital: number;
  /** `closedAt` is the block in which the hedge was closed by force, null where it was not. */
  readonly hedge: { readonly trades: number; readonly turnover: number; readonly closedAt: number | null };
}

export interface Finding {
  /** Stable name. */
  readonly id: string;
  /** A plain sentence that turns when the numbers turn. */
  readonly sentence: string;
  /** Path of the number behind it in this result, such as `statement.lp.lines.bleed`. */
  readonly field: string;
  readonly value: number;
  /** 95 % interval, as `basis` says; absent where the number is exact. */
  readonly interval: Interval | null;
  /** How the interval was made, in a few words. */
  readonly basis: string;
}

export interface IdentityReport {
  readonly identity: 1 | 2 | 3 | 4;
  readonly name: string;
  /** How often it was checked. */
  readonly checks: number;
  /** Largest gap found, in `unit`. */
  readonly largestGap: number;
  readonly tolerance: number;
  readonly unit: string;
}

/** Horizons of the flow slopes, in blocks. */
export type FlowHorizon = 1 | 50 | 300 | 1200;

export interface FlowReport {
  /** `pool`, `arbitrageurs`, `traders`, or a book's name for its hedge. */
  readonly participant: string;
  /** Net purchase of base over the run, in tokens and in quote at the price of each block. */
  readonly netBase: number;
  readonly netQuote: number;
  /** Purchase in quote per unit of log return, over each horizon; null where the run is too short. */
  readonly slopes: readonly { readonly horizon: FlowHorizon; readonly slope: number | null; readonly standardError: number | null }[];
  /** Slope that a fee-free pool of this value would have, for comparison; null for others. */
  readonly benchmarkSlope: number | null;
  /** Sold in the tenth of blocks with the lowest returns, over all it sold; null if it sold nothing. */
  readonly shareSoldInWorstTenth: number | null;
}

export interface MarkoutReport {
  readonly sender: string;
  readonly effect: string;
  readonly swaps: number;
  /** In quote, at the reference price of the swap's block. */
  readonly volume: number;
  /** Fees the pool took, at that price. */
  readonly fees: number;
  /** The pool's gain at that price, fees included; negative when the sender gained. */
  readonly poolMarkout: number;
}

export interface SenderReport {
  readonly sender: string;
  readonly submitted: number;
  readonly mined: number;
  readonly reverted: number;
  readonly cancelled: number;
  readonly replaced: number;
  /** Decisions that the account could not afford. */
  readonly unaffordable: number;
  readonly stillPending: number;
  /** Gas paid, in quote at the price of each block. */
  readonly gasPaid: number;
  /** Mean and largest wait from submission to block, in blocks. */
  readonly meanWait: number;
  readonly longestWait: number;
  /** Gain of all their accounts less the exposure of what they held, in quote. */
  readonly profit: number;
}

/** One row a block, from block 0, the state before the first. */
export interface Series {
  readonly block: readonly number[];
  readonly time: readonly number[];
  readonly priceE8: readonly number[];
  readonly poolPrice: readonly number[];
  readonly reserveBase: readonly number[];
  readonly reserveQuote: readonly number[];
  /** Value of each book, so that all start at the same capital; of desk and insurer, here and below, only where the run has the book. */
  readonly hold: readonly number[];
  readonly lp: readonly number[];
  readonly hedgedLp: readonly number[];
  readonly optionTwin: readonly number[];
  readonly shortStraddle: readonly number[];
  readonly desk?: readonly number[];
  readonly insurer?: readonly number[];
  /** S²·Γ of the books, in quote; of an insurer that of the position that he sets out to make, 0 for constant proportions. */
  readonly dollarGammaLp: readonly number[];
  readonly dollarGammaTwin: readonly number[];
  readonly dollarGammaStraddle: readonly number[];
  readonly dollarGammaDesk?: readonly number[];
  readonly dollarGammaInsurer?: readonly number[];
  /** Cost of selling base worth this much into the pool, as a share of its value at the reference price. */
  readonly slippageSell10k: readonly number[];
  readonly slippageSell100k: readonly number[];
  readonly slippageSell1m: readonly number[];
  readonly slippageBuy10k: readonly number[];
  readonly slippageBuy100k: readonly number[];
  readonly slippageBuy1m: readonly number[];
  /** Quote paid out when the pool price falls by 2 %, and taken in when it rises by 2 %. */
  readonly depthDown2: readonly number[];
  readonly depthUp2: readonly number[];
  /** Running sums over the run, in quote: the whole pool. */
  readonly cumulativeFees: readonly number[];
  readonly cumulativeBleed: readonly number[];
  readonly cumulativeArbitrageMarkout: readonly number[];
  readonly cumulativeTraderMarkout: readonly number[];
  /** Running net purchase of base, in tokens. */
  readonly netBasePool: readonly number[];
  readonly netBaseArbitrageurs: readonly number[];
  readonly netBaseTraders: readonly number[];
  readonly netBaseLpHedge: readonly number[];
  readonly netBaseTwinHedge: readonly number[];
  readonly netBaseStraddleHedge: readonly number[];
  readonly netBaseDeskHedge?: readonly number[];
  readonly netBaseInsurer?: readonly number[];
  /** Gwei below which nothing was included, and transactions left waiting after the block. */
  readonly gasFloorGwei: readonly number[];
  readonly pending: readonly number[];
}

/** One row a swap, in block order. */
export interface Swaps {
  readonly block: readonly number[];
  readonly index: readonly number[];
  readonly account: readonly string[];
  readonly sender: readonly string[];
  readonly effect: readonly string[];
  readonly side: readonly string[];
  /** In the smallest unit, as decimal text. */
  readonly amountIn: readonly string[];
  readonly amountOut: readonly string[];
  /** In quote at the reference price of the block. */
  readonly fee: readonly number[];
  readonly poolMarkout: readonly number[];
}

export interface CrashResult {
  readonly schemaVersion: 1;
  readonly scenario: {
    readonly name: string;
    readonly title: string;
    /** What happened, in a sentence. */
    readonly what: string;
    readonly source: string;
    readonly resolution: string;
    readonly from: number;
    readonly to: number;
    readonly era: string;
    /** Set where the crash is older than the pool it drives. */
    readonly thoughtExperiment: string | null;
    readonly flaggedBars: readonly { readonly time: number; readonly what: string; readonly treatment: string }[];
    /** How pool size, turnover and its surge were set, in sentences. */
    readonly calibration: readonly string[];
  };
  readonly seed: number;
  /** Every setting of the run, resolved, by its full name. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly crash: {
    readonly startPrice: number;
    readonly endPrice: number;
    readonly highPrice: number;
    readonly lowPrice: number;
    readonly lowTime: number;
    /** Simple return over the run. */
    readonly return: number;
    readonly maxDrawdown: number;
    /** Sum of squared log returns from block to block. */
    readonly realisedVariance: number;
    /** Its square root a day. */
    readonly volatilityPerDay: number;
    readonly blocks: number;
    readonly seconds: number;
    /** Blocks at which the reference market stood still, stopped by circuit breakers or when its record has it stop. */
    readonly haltedBlocks: number;
  };
  readonly pool: {
    /** `uniswap-v2`, or what a user calls a pool of his own. */
    readonly name: string;
    readonly startValue: number;
    readonly endValue: number;
    /** Of the pool's liquidity, held by the book `lp`. */
    readonly lpShare: number;
    /** Against holding, without fees, as a share of what holding would be worth: 2√r/(1+r) − 1. */
    readonly impermanentLoss: number;
    /** Over the run, in quote, signed like the statement's bleed: at most 0. */
    readonly lossVersusRebalancing: number;
    readonly fees: number;
    readonly volume: number;
    /** Volume over mean value, a day. */
    readonly turnoverPerDay: number;
    readonly gap: GapStatistics;
    /** Share of blocks with an arbitrage. */
    readonly arbitrageShare: number;
    /** Log change of √(xy) that mints and burns made. */
    readonly liquidityChange: number;
  };
  readonly statement: readonly BookStatement[];
  readonly breakEven: {
    /** Turnover a day at which fees would have paid for the bleed. */
    readonly turnoverPerDay: number;
    /** Volatility a year at which theta of the option twin would have, and the one it was sold at. */
    readonly impliedVolatility: number;
    readonly soldVolatility: number;
  };
  readonly findings: readonly Finding[];
  readonly flow: readonly FlowReport[];
  readonly markouts: readonly MarkoutReport[];
  readonly senders: readonly SenderReport[];
  /** Results that depend on the price path alone, for three variances inside the bar; empty where the path has no bars. */
  readonly intrabar: readonly {
    readonly level: "low" | "default" | "high";
    readonly setting: number;
    readonly realisedVariance: number;
    /** Of the starting liquidity, signed like `pool.lossVersusRebalancing`. */
    readonly lossVersusRebalancing: number;
    readonly optionTwin: number;
    readonly shortStraddle: number;
    /** Volatility a year at which the option twin's theta would have paid for its bleed. */
    readonly breakEvenVolatility: number;
  }[];
  readonly recordedPool: RecordedPoolComparison | null;
  /** Null where nobody moves the reference market. */
  readonly loop: LoopReport | null;
  readonly identities: readonly IdentityReport[];
  readonly series: Series;
  readonly swaps: Swaps;
  readonly engine: {
    readonly name: string;
    /** Scheduled and measured gas by kind of transaction. */
    readonly gas: readonly { readonly kind: string; readonly count: number; readonly scheduled: number; readonly measured: number }[];
    /** Measured less scheduled fees over all accounts, wei as decimal text. */
    readonly gasDifference: string;
    readonly facts: Readonly<Record<string, string | number>>;
  };
}

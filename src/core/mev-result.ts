import type { GapStatistics } from "./gap-statistics.ts";
import type { IdentityReport, Interval } from "./result.ts";

/**
 * What a run says about extraction: the one shape that its reports read. Types only. Numbers are in quote (dollars) and whole tokens unless a name says
 * otherwise; amounts as decimal text are in smallest units, which nothing rounds. Columns of one table have the same length.
 */

/** What was extracted, by what happened on chain. */
export type ExtractionKind = "arbitrage" | "sandwich" | "back-run" | "liquidation";

/** Change of what a participant holds over the run, at both places, its gas included. Each column sums to zero. */
export interface ParticipantRow {
  readonly participant: string;
  /** In smallest units, as decimal text. */
  readonly base: string;
  readonly quote: string;
  readonly gas: string;
  /** What it gained beyond the exposure of what it held, in quote. */
  readonly profit: number;
}

/** All extractions of a kind. */
export interface KindRow {
  readonly kind: ExtractionKind;
  readonly count: number;
  /** What the extractors' swaps left them with, before gas. */
  readonly gross: number;
  /** To the builder: payments beside gas, and of the gas what was not burned. */
  readonly toBuilder: number;
  readonly burned: number;
  /** What is left of the gross. */
  readonly net: number;
  /** Swaps that received less because of it, and how much less. */
  readonly victims: number;
  readonly victimLoss: number;
  /** What liquidity providers have more, or less when negative, than without it. */
  readonly poolGain: number;
}

/** What became of the attempts of one who extracts. */
export interface SearcherRow {
  readonly account: string;
  readonly sender: string;
  readonly bundlesOffered: number;
  readonly bundlesIncluded: number;
  readonly mined: number;
  readonly reverted: number;
  /** Gas of reverted transactions and cancellations: attempts that came to nothing. */
  readonly gasWasted: number;
  readonly gasPaid: number;
  /** To the builder beside gas. */
  readonly paid: number;
  /** What it gained beyond the exposure of what it held, all costs included. */
  readonly profit: number;
}

/** A share of a count, with its Wilson score interval at 95 %; null where nothing was counted. */
export interface CountedShare {
  readonly hits: number;
  readonly of: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** Transactions by what their senders call themselves and by what they did. */
export interface ConfusionMatrix {
  readonly rows: readonly (Readonly<Record<ExtractionKind | "none", number>> & { readonly sender: string })[];
  /** Of the transactions that were inferred to be arbitrage or back-runs, those whose senders say so. */
  readonly precision: CountedShare;
  /** Of the transactions that were left to inference and whose senders say that they arbitrage or back-run, those that were found. */
  readonly recall: CountedShare;
}

/** How those who trade for reasons of their own fared. */
export interface TradersReport {
  readonly sender: string;
  readonly trades: number;
  readonly reverted: number;
  readonly volume: number;
  /** Received less than the quote on the pool as last mined when it was sent, over the quote; mean over executed trades, weighted by size. */
  readonly shortfall: number;
  /** Of them, sandwiched, and what that cost. */
  readonly sandwiched: number;
  readonly sandwichLoss: number;
}

/** A measure of two runs of the same seeds that differ in one thing. */
export interface Difference {
  readonly measure: string;
  /** Means over seeds. */
  readonly withIt: number;
  readonly withoutIt: number;
  /** Mean of the paired differences, with less without. */
  readonly difference: number;
  /** Student's t at 95 % over the pairs; null for one seed. */
  readonly interval: Interval | null;
}

export interface Counterfactual {
  /** What was taken out. */
  readonly without: string;
  readonly seeds: number;
  readonly differences: readonly Difference[];
}

/** One row an extraction, in block order. */
export interface ExtractionColumns {
  readonly block: readonly number[];
  readonly kind: readonly string[];
  readonly account: readonly string[];
  readonly sender: readonly string[];
  /** Read off the chain, or concluded with the help of the reference price. */
  readonly basis: readonly string[];
  /** Places in the block of its transactions, and of its victims', separated by spaces. */
  readonly transactions: readonly string[];
  readonly victims: readonly string[];
  /** Of a liquidation: the base that was seized, the quote that was paid for it and the debt that it stood for; 0 for all others. */
  readonly seized: readonly number[];
  readonly paidFor: readonly number[];
  readonly debt: readonly number[];
  readonly gross: readonly number[];
  readonly toBuilder: readonly number[];
  readonly burned: readonly number[];
  readonly net: readonly number[];
  readonly victimLoss: readonly number[];
  readonly poolGain: readonly number[];
}

/** One row a mined transaction, in block order. */
export interface TransactionColumns {
  readonly block: readonly number[];
  readonly index: readonly number[];
  readonly account: readonly string[];
  readonly sender: readonly string[];
  /** What it asked for, such as `trade`. */
  readonly action: readonly string[];
  /** How it came to the builder. */
  readonly channel: readonly ("public" | "private" | "bundle")[];
  readonly success: readonly boolean[];
  /** Why it was reverted; empty on success. */
  readonly reason: readonly string[];
  /** Of its swap in the pool that the run is about; empty, 0 and 0 where there is none. */
  readonly side: readonly string[];
  /** In whole tokens of what was paid and of what was received. */
  readonly amountIn: readonly number[];
  readonly amountOut: readonly number[];
  /** Of the pool, quote per base, before and after it. */
  readonly priceBefore: readonly number[];
  readonly priceAfter: readonly number[];
  /** Gwei paid a unit of gas, and wei beside gas as ETH. */
  readonly gasPriceGwei: readonly number[];
  readonly payment: readonly number[];
  /** What the sender gained by it at the block's reference price, before gas. */
  readonly gain: readonly number[];
}

/** One row a block, from block 1. */
export interface BlockColumns {
  readonly block: readonly number[];
  readonly time: readonly number[];
  readonly price: readonly number[];
  readonly poolBefore: readonly number[];
  readonly poolAfter: readonly number[];
  readonly baseFeeGwei: readonly number[];
  readonly transactions: readonly number[];
  readonly extracted: readonly number[];
}

export interface MevResult {
  readonly schemaVersion: 1;
  readonly scenario: { readonly name: string; readonly title: string; readonly what: string; readonly thoughtExperiment: string | null };
  readonly seed: number;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** How the builder ordered blocks. */
  readonly ordering: string;
  readonly identities: readonly IdentityReport[];
  readonly participants: readonly ParticipantRow[];
  readonly kinds: readonly KindRow[];
  readonly searchers: readonly SearcherRow[];
  /** Bundles that were left out, by why. */
  readonly bundlesLeftOut: Readonly<Record<string, number>>;
  readonly confusion: ConfusionMatrix;
  readonly traders: readonly TradersReport[];
  /** What extraction meant to liquidity providers. */
  readonly liquidity: {
    /** Fees of the swaps that sandwiches are made of, victims' not counted. */
    readonly sandwichFees: number;
    /** What they gained or lost by sandwiches, and by arbitrage and back-runs. */
    readonly fromSandwiches: number;
    readonly fromArbitrage: number;
    /** Of what arbitrage and back-runs took, the share that went to the builder; null where they took nothing. */
    readonly shareToBuilder: number | null;
  };
  /** Between pool and reference after each block. */
  readonly gap: GapStatistics;
  readonly counterfactual: Counterfactual | null;
  readonly blocks: BlockColumns;
  readonly extractions: ExtractionColumns;
  readonly transactions: TransactionColumns;
}

import type { Side } from "./words.ts";

/** What a probe measured; null with the reason where there is nothing to measure. */
export type Reading<T> = { readonly value: T; readonly why: null } | { readonly value: null; readonly why: string };

/** What one trade pays, fee and impact together: one less the worth received over the worth paid, at the price before it. */
export interface SlippagePoint {
  readonly side: Side;
  /** What is paid in, over the pool's reserve of it. */
  readonly share: number;
  /** Null where the pool refuses the swap. */
  readonly cost: number | null;
}

/** What crosses the pool while its price moves by 2 %, over its reserve of quote. */
export interface DepthReading {
  /** Paid out while the price falls. */
  readonly down: number;
  /** Taken in while it rises. */
  readonly up: number;
}

/** The largest trade that costs no more than the tolerance, over the reserve of what is paid in. */
export interface LargestTradeReading {
  readonly tolerance: number;
  readonly sell: number;
  readonly buy: number;
}

/** A sandwich around one victim who sells, as large as the victim's minimum allows, before gas. */
export interface SandwichedVictim {
  /** What the victim pays in, over the pool's reserve of it. */
  readonly share: number;
  /** The front-run likewise; 0 where none pays. */
  readonly front: number;
  /** What the attacker is left with, over what the victim pays in. */
  readonly taken: number;
  /** What the victim gets less than alone, over what it would get alone. */
  readonly lost: number;
}

export interface SandwichReading {
  /** Of every victim: it accepts so much less than what it is quoted. */
  readonly tolerance: number;
  /** The smallest victim whose sandwich pays, over the reserve of what it pays in; null where that of the largest that was tried does not. */
  readonly breakEven: number | null;
  /** The largest victim that was tried. */
  readonly largest: number;
  readonly victims: readonly SandwichedVictim[];
}

/** Moving the price by trading, and selling again all that was bought. */
export interface PricePush {
  /** Change of the pool's price as a share. */
  readonly move: number;
  /** What has to be paid in, over the pool's value. */
  readonly capital: number;
  /** What is gone after the way back, over the pool's value. */
  readonly cost: number;
}

/** Error of the time-weighted average of half an hour while somebody holds the price higher at its end. */
export interface OracleReading {
  /** Seconds that are averaged over. */
  readonly window: number;
  /** By how much the price is lifted, as a share. */
  readonly push: number;
  /** Average over the price before, less 1, where the price is lifted and let go within one block. */
  readonly inBlock: number;
  readonly held: readonly { readonly blocks: number; readonly error: number }[];
}

/** What the pool loses to amounts of a few smallest units. */
export interface RoundingReading {
  /** Payments that were tried. */
  readonly tried: number;
  /** Most that one swap paid out above what was paid in at the pool's own price, in smallest units of what is paid out; 0 where the pool never loses. */
  readonly largestLoss: number;
  /** The payment that did, in smallest units; 0 where the pool never loses. */
  readonly payment: number;
  /** The loss in quote. */
  readonly worth: number;
  /** Most that there and back again brought more than was paid, in smallest units; below 0 where it always cost. */
  readonly roundTrip: number;
}

/** A quote that the swap did not keep. */
export interface BrokenQuote {
  readonly side: Side;
  /** What was paid in, over the reserve of it. */
  readonly share: number;
  /** In smallest units, as text. */
  readonly quoted: string;
  /** What the swap brought; null where it was refused. */
  readonly brought: string | null;
  readonly reason: string | null;
}

export interface FeeReading {
  /** What the pool or its terms say that a swap leaves in it, as a share of what is paid in; null where nobody says. */
  readonly stated: number | null;
  /** Least that the pair itself insists on, by size and side, as a share. */
  readonly charged: readonly { readonly side: Side; readonly share: number; readonly fee: number }[];
  /** Largest difference between what is charged and what is said; null where nobody says. */
  readonly gap: number | null;
  /** Quotes that were held against their swaps. */
  readonly quotes: number;
  /** Largest |brought − quoted|/quoted; 1 where a swap was refused. */
  readonly quoteGap: number;
  readonly broken: readonly BrokenQuote[];
}

/** A depositor behind somebody who was first, and made a share dear by a donation. */
export interface FirstDepositReading {
  /** Smallest units of both tokens with which one can be first. */
  readonly first: number;
  /** Donations that were tried, over the victim's deposit, and what came of each. */
  readonly tried: readonly { readonly donation: number; readonly victimLoss: number; readonly attackerGain: number }[];
  /** Largest share of its deposit that the victim loses. */
  readonly victimLoss: number;
}

/** What a stranger gets by skim and sync. */
export interface SkimReading {
  /** Taken by skim beyond what lay above the reserves, over the pool's value. */
  readonly taken: number;
  /** Whether skim left the pair with exactly its reserves. */
  readonly isExact: boolean;
  /** Whether sync made what the pair holds its reserves, and paid nobody. */
  readonly isSynced: boolean;
}

export interface HostileCase {
  /** What the token does. */
  readonly token: string;
  readonly operation: string;
  readonly success: boolean;
  /** Why it was reverted; null on success. */
  readonly reason: string | null;
  /** The pair holds at least its reserves, and √(xy) per share has not fallen. */
  readonly isWhole: boolean;
  /** A success did what it says, a failure changed nothing, and nobody got in in the middle. */
  readonly isClean: boolean;
}

export interface HostileReading {
  readonly cases: readonly HostileCase[];
  /** Cases that end whole and clean. */
  readonly held: number;
}

/** Everything that was measured of a pool. */
export interface ProbeReadings {
  readonly slippage: Reading<readonly SlippagePoint[]>;
  readonly depth: Reading<DepthReading>;
  readonly largestTrade: Reading<LargestTradeReading>;
  readonly push: Reading<readonly PricePush[]>;
  readonly sandwich: Reading<SandwichReading>;
  readonly oracle: Reading<OracleReading>;
  readonly rounding: Reading<RoundingReading>;
  readonly fee: Reading<FeeReading>;
  readonly firstDeposit: Reading<FirstDepositReading>;
  readonly skim: Reading<SkimReading>;
  readonly hostile: Reading<HostileReading>;
}

/** Names of the scores, in the order of the card. */
export type ScoreId = "depth" | "push" | "sandwich" | "oracle" | "rounding" | "fee" | "firstDeposit" | "skim" | "hostile";

/** A number from 0 to 100 for one measured number. */
export interface ProbeScore {
  readonly id: ScoreId;
  readonly title: string;
  /** Null where there is nothing to score. */
  readonly score: number | null;
  /** The number that is scored. */
  readonly measured: number | null;
  /** What it is. */
  readonly what: string;
  /** How the score follows from it. */
  readonly formula: string;
  /** Why there is none. */
  readonly why: string | null;
}

/** One pool, probed. */
export interface ProbedPool {
  readonly name: string;
  /** Deployed for this, or one that was there. */
  readonly kind: "deployed" | "standing";
  /** Where a standing one stands; null for a deployed one. */
  readonly address: string | null;
  /** How its swaps are quoted. */
  readonly terms: string;
  /** Its reserves when it is probed, in whole tokens, and its value in quote. */
  readonly base: number;
  readonly quote: number;
  readonly value: number;
  readonly scores: readonly ProbeScore[];
  /** The lowest score: as good as the pool's weakest side; null where it has none. */
  readonly lowest: { readonly id: ScoreId; readonly score: number } | null;
  /** What stands out, a sentence each. */
  readonly findings: readonly string[];
  readonly readings: ProbeReadings;
}

/** What `npx hardhat crash probe` finds. */
export interface ProbeResult {
  readonly schemaVersion: 1;
  readonly seed: number;
  /** One or two. */
  readonly pools: readonly ProbedPool[];
}

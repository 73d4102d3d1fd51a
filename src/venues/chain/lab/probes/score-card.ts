import type { ProbeReadings, ProbeScore, Reading, ScoreId } from "../../../../core/probe-result.ts";

/** A score, and the number that it is of. */
interface Rule<T> {
  readonly id: ScoreId;
  readonly title: string;
  readonly what: string;
  readonly formula: string;
  readonly measure: (reading: T) => number;
  readonly score: (measured: number) => number;
}

/** Half of 100 at `half`, and the more the larger. */
const rising = (half: number) => (measured: number) => (100 * measured) / (measured + half);
/** 100 at 0, half of it at `half`, and the less the larger. */
const falling = (half: number) => (measured: number) => (100 * half) / (half + measured);

/**
 * Scores from 0 to 100, each a function of one measured number that only ever rises or falls with it. The halves are set so that a constant product with 0.3 % stands near the middle where more is possible, and
 * at 100 where nothing is left to wish. There is no average: a pool is as good as its weakest side.
 */
export function scoreCard(readings: ProbeReadings): readonly ProbeScore[] {
  return [
    scored(readings.depth, {
      id: "depth",
      title: "depth",
      what: "d, quote that crosses the pool while its price moves by 2 %, over its reserve of quote, mean of both ways",
      formula: "100·d/(d + 0.01)",
      measure: ({ down, up }) => (down + up) / 2,
      score: rising(0.01),
    }),
    scored(readings.push, {
      id: "push",
      title: "price of moving it",
      what: "c, what is gone after moving the price by 5 % and going back, over the pool's value, the cheaper way",
      formula: "100·c/(c + 0.0001)",
      measure: (pushes) => Math.max(0, Math.min(...pushes.filter(({ move }) => Math.abs(move) === 0.05).map(({ cost }) => cost))),
      score: rising(0.0001),
    }),
    scored(readings.sandwich, {
      id: "sandwich",
      title: "sandwich resistance",
      what: "b, the smallest victim whose sandwich pays before gas, over the reserve of what it pays in",
      formula: "100·b/(b + 0.003)",
      measure: ({ breakEven, largest }) => breakEven ?? largest,
      score: rising(0.003),
    }),
    scored(readings.oracle, {
      id: "oracle",
      title: "oracle",
      what: "e, error of the average price of half an hour while the price is lifted by 20 % within a block or for one, the larger",
      formula: "100·0.002/(0.002 + e)",
      measure: ({ inBlock, held }) =>
        Math.max(Math.abs(inBlock), ...held.filter(({ blocks }) => blocks === 1).map(({ error }) => Math.abs(error))),
      score: falling(0.002),
    }),
    scored(readings.rounding, {
      id: "rounding",
      title: "rounding",
      what: "u, most that a swap of dust takes from the pool, in smallest units of the token whose unit is worth more",
      formula: "100/(1 + u)",
      measure: ({ largestLoss }) => largestLoss,
      score: falling(1),
    }),
    scored(readings.fee, {
      id: "fee",
      title: "fee truth",
      what: "g, difference between the fee that is said and the one that is insisted on, or between a quote and its swap, the larger",
      formula: "100·0.0003/(0.0003 + g)",
      measure: ({ gap, quoteGap }) => Math.max(gap ?? 0, quoteGap),
      score: falling(0.0003),
    }),
    scored(readings.firstDeposit, {
      id: "firstDeposit",
      title: "first deposit",
      what: "l, share that a depositor loses to somebody who was first with dust and a donation",
      formula: "100·0.01/(0.01 + l)",
      measure: ({ victimLoss }) => victimLoss,
      score: falling(0.01),
    }),
    scored(readings.skim, {
      id: "skim",
      title: "skim",
      what: "s, what a stranger takes by skim beyond what lies above the reserves, over the pool's value",
      formula: "100·0.001/(0.001 + s)",
      measure: ({ taken }) => taken,
      score: falling(0.001),
    }),
    scored(readings.hostile, {
      id: "hostile",
      title: "hostile tokens",
      what: "h, share of operations with misbehaving tokens that end with the pool whole and a clean answer",
      formula: "100·h",
      measure: ({ cases, held }) => held / cases.length,
      score: (measured) => 100 * measured,
    }),
  ];
}

function scored<T>(reading: Reading<T>, { id, title, what, formula, measure, score }: Rule<T>): ProbeScore {
  const words = { id, title, what, formula };
  if (reading.why !== null) return { ...words, score: null, measured: null, why: reading.why };
  const measured = measure(reading.value);
  return { ...words, score: score(measured), measured, why: null };
}

import type { Inputs } from "./same-outputs.ts";

/** How far the neighbours go that no better one is left among, in smallest units of the input. */
const reach = 1_000n;

/** What a trade of integers is, as a function of its input. */
export interface Trade<Result> {
  /** The inputs with the same outputs as this one, of which the first earns most. */
  same(input: bigint): Inputs;
  /** Null where the trade is not possible. */
  earn(input: bigint): Result | null;
  /** Whole part of what it earns without floors. */
  ceiling(input: bigint): bigint;
}

/**
 * The input that earns most in whole numbers, near the one that does without floors: no input within 1,000 smallest units of it earns more. Null
 * where none earns anything, or none of the 1,000 nearest steps on either side does.
 *
 * From the centre it walks down and up, from one step of the outputs to the next, and stops where even without floors no more could be earned:
 * floors only ever take from the trader, and without them profit falls on both sides of the centre. So most searches end at the first step.
 *
 * @param centre best input without floors, of those up to `largest`; not negative
 */
export function bestNearby<Result extends { readonly profit: bigint }>(
  trade: Trade<Result>,
  centre: bigint,
  largest: bigint,
): Result | null {
  let best: Result | null = null;
  let [place, profit, tried] = [centre, 0n, 0n];

  /** Tries an input as the best of those from `nearest` on; false where the walk has come to its end. */
  const goesOn = (nearest: bigint, input: bigint): boolean => {
    const apart = nearest < place ? place - nearest : nearest - place;
    if ((best === null ? tried : apart) > reach || trade.ceiling(input) <= profit) return false;
    tried += 1n;
    const result = trade.earn(input);
    if (result !== null && result.profit > profit) [best, place, profit] = [result, input, result.profit];
    return true;
  };

  for (let last = centre; last > 0n;) {
    const { first } = trade.same(last);
    if (!goesOn(last, first)) break;
    last = first - 1n;
  }
  tried = 0n;
  for (let first = centre > 0n ? trade.same(centre).last + 1n : 1n; first <= largest;) {
    if (!goesOn(first, first)) break;
    first = trade.same(first).last + 1n;
  }
  return best;
}

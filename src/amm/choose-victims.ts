import type { PoolState, Side } from "../core/words.ts";
import { optimalSandwich, type SandwichLimits } from "./optimal-sandwich.ts";
import type { Sandwich, Victim } from "./sandwich.ts";

/** Victims by their place in the given list, rising, and the sandwich around them. */
export interface ChosenVictims {
  readonly indices: readonly number[];
  readonly sandwich: Sandwich;
}

/** Up to so many victims every subset is tried. */
const tryAll = 6;

/**
 * The victims of one side, in their given order, whose sandwich earns most; null where none does.
 *
 * One with a narrow tolerance can cost more than it brings, so a subset may be better than all. Up to six victims all subsets are tried. Of more,
 * one victim at a time is taken in or left out, whichever earns most, until nothing is won by it: once beginning with the best single victim, once
 * with all, the better of the two. So more than six are never worse than the best single one, and may miss the best subset.
 */
export function chooseVictims(pool: PoolState, side: Side, victims: readonly Victim[], limits: SandwichLimits): ChosenVictims | null {
  const around = (indices: readonly number[]): ChosenVictims | null => {
    const chosen = indices.map((index) => victims[index]!);
    const sandwich = chosen.length === 0 ? null : optimalSandwich(pool, side, chosen, limits);
    return sandwich === null ? null : { indices, sandwich };
  };
  const all = victims.map((_, index) => index);
  if (victims.length <= tryAll) {
    const subsets = Array.from({ length: 1 << victims.length }, (_, mask) => all.filter((index) => (mask >> index) & 1));
    return better(subsets.map(around));
  }

  const climb = (start: readonly number[]): ChosenVictims | null => {
    let found = around(start);
    for (let from = start; ; from = found.indices) {
      const next = better([found, ...all.map((index) => around(toggled(from, index)))]);
      if (next === null || next === found) return found;
      found = next;
    }
  };
  const single = better(all.map((index) => around([index])));
  return better([climb(single?.indices ?? []), climb(all)]);
}

/** The first of those that earn most. */
function better(candidates: readonly (ChosenVictims | null)[]): ChosenVictims | null {
  return candidates.reduce(
    (best, next) => (next !== null && (best === null || next.sandwich.profit > best.sandwich.profit) ? next : best),
    null,
  );
}

function toggled(indices: readonly number[], index: number): readonly number[] {
  return indices.includes(index) ? indices.filter((other) => other !== index) : [...indices, index].sort((a, b) => a - b);
}

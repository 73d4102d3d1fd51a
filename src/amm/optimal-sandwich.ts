import type { PoolState, Side } from "../core/words.ts";
import { bestNearby, type Trade } from "./best-nearby.ts";
import { inFinerUnits, poolInFinerUnits, wholeUnits } from "./finer-units.ts";
import { frontRunLimit } from "./front-run-limit.ts";
import { frontRunPeak } from "./front-run-peak.ts";
import { sameOutputs } from "./same-outputs.ts";
import { sandwich, type Sandwich, type Victim } from "./sandwich.ts";
import { largestReserve, reservesFor } from "./uniswap-v2.ts";

/** What the attacker can pay into the pool, in smallest units. */
export interface SandwichLimits {
  readonly maxIn: bigint;
}

/**
 * The sandwich that earns most while every victim still gets its minimum, in the pool's own integers; null when none earns anything, or when a
 * victim would fail without it.
 *
 * Profit rises with the front-run up to one peak (`frontRunPeak`), and what the victims get falls (`frontRunLimit`), so the best front-run is the
 * peak or, for small tolerances always, the most that they bear or that the attacker has. Around it the floors decide: `bestNearby` leaves no
 * front-run within 1,000 smallest units that earns more.
 *
 * @param side of the front-run and of all victims
 * @param victims in the order in which they are executed
 */
export function optimalSandwich(pool: PoolState, side: Side, victims: readonly Victim[], { maxIn }: SandwichLimits): Sandwich | null {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  if (reserveIn <= 0n || reserveOut <= 0n || victims.some(({ amountIn }) => amountIn <= 0n)) return null;
  const room = largestReserve - victims.reduce((sum, { amountIn }) => sum + amountIn, reserveIn);
  const most = maxIn < room ? maxIn : room;
  if (most <= 0n) return null;
  const peak = frontRunPeak(pool, side, victims, most);
  if (peak === 0n) return null;
  const limit = frontRunLimit(pool, side, victims, peak);
  if (limit === null) return null;

  const finePool = poolInFinerUnits(pool);
  const paid = victims.map(({ amountIn }) => amountIn);
  const fineVictims = paid.map((amountIn) => ({ amountIn: inFinerUnits(amountIn), minAmountOut: 0n }));
  const trade: Trade<Sandwich> = {
    same: (frontIn) => sameOutputs(pool, side, frontIn, paid),
    earn: (frontIn) => sandwich(pool, side, frontIn, victims),
    ceiling: (frontIn) => wholeUnits(sandwich(finePool, side, inFinerUnits(frontIn), fineVictims)?.profit ?? 0n),
  };
  return bestNearby(trade, limit, limit < peak ? limit : most);
}

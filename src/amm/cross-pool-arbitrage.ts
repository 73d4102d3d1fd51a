import type { PoolState } from "../core/words.ts";
import { bestNearby, type Trade } from "./best-nearby.ts";
import { inFinerUnits, poolInFinerUnits, wholeUnits } from "./finer-units.ts";
import { isqrt } from "./integer-square-root.ts";
import { sameOutputs } from "./same-outputs.ts";
import { smallestInput } from "./smallest-input.ts";
import { feeOf } from "./swap-fee.ts";
import { amountOut, largestReserve } from "./uniswap-v2.ts";

/** A flash swap of the cheap pool, in smallest units. */
export interface CrossPoolArbitrage {
  /** The pool in which base is cheap, which lends it. */
  readonly cheap: "a" | "b";
  /** Taken out of the cheap pool and sold to the other. */
  readonly base: bigint;
  /** The least quote that the cheap pool accepts for it. */
  readonly repay: bigint;
  /** Quote that the other pool pays for it. */
  readonly out: bigint;
  /** `out` − `repay`, in quote, before gas. */
  readonly profit: bigint;
}

/**
 * The flash swap that earns most between two pools of the same tokens, in their own integers; null when none earns anything: where neither
 * price is above the other by more than both fees.
 *
 * Without floors the profit φ·Y·g/(X + φ·g) − y·g/(φ·(x − g)) of taking g of base from the cheap pool x, y to the other X, Y is concave, and most at
 * g = (x·t − X·s)/(φ·s + t), s = √(x·y), t = √(φ·φ·X·Y), with each pool's own φ (Angeris, Kao, Chiang, Noyes, Chitra 2019, section 2, for two pools;
 * it is the D* of the pool that both make together, put in base). `bestNearby` leaves no g within 1,000 smallest units that earns more.
 */
export function crossPoolArbitrage(a: PoolState, b: PoolState): CrossPoolArbitrage | null {
  if ([a, b].some(({ base, quote }) => base <= 0n || quote <= 0n)) return null;
  return best("a", a, b) ?? best("b", b, a);
}

function best(cheap: "a" | "b", from: PoolState, to: PoolState): CrossPoolArbitrage | null {
  const [lender, buyer] = [feeOf(from), feeOf(to)];
  // Under the root 128 bits more, so that the difference of two large numbers has all the bits of a reserve.
  const s = isqrt((from.base * from.quote * lender.whole * buyer.whole) << 128n);
  const t = isqrt((to.base * to.quote * lender.kept * buyer.kept) << 128n);
  const ideal = (buyer.whole * (from.base * t - to.base * s)) / (buyer.kept * s + buyer.whole * t);
  if (ideal < 0n) return null;
  // Both pools' reserves are 112 bits wide.
  const payable = largestReserve > from.quote ? amountOut(largestReserve - from.quote, from.quote, from.base, lender) : 0n;
  const room = largestReserve - to.base;
  const most = payable < room ? payable : room;

  const [fineFrom, fineTo] = [poolInFinerUnits(from), poolInFinerUnits(to)];
  const trade: Trade<CrossPoolArbitrage> = {
    same: (base) => sameOutputs(to, "sell", base, []),
    earn: (base) => flashSwap(cheap, from, to, base),
    ceiling: (base) => wholeUnits(flashSwap(cheap, fineFrom, fineTo, inFinerUnits(base)).profit),
  };
  return bestNearby(trade, ideal < most ? ideal : most, most);
}

/** @param base positive and below what the lender has */
function flashSwap(cheap: "a" | "b", from: PoolState, to: PoolState, base: bigint): CrossPoolArbitrage {
  const repay = smallestInput(base, from.quote, from.base, feeOf(from));
  const out = amountOut(base, to.base, to.quote, feeOf(to));
  return { cheap, base, repay, out, profit: out - repay };
}

import type { PoolState, Side } from "../core/words.ts";
import type { Victim } from "./sandwich.ts";
import { feeOf } from "./swap-fee.ts";
import { reservesFor } from "./uniswap-v2.ts";

/**
 * The front-run that earns most if the victims bear everything, in doubles: exact to some 10^-15 of the reserve.
 *
 * With x the reserve, a the front-run, v the victims, V their sum, u(j) = x + a + v(1) + … + v(j−1) and φ what the pool keeps of an input, the
 * profit without floors is x + V − 1/h, where h = (1 + φ²·(a/x)·Π(1 + φ·v(j)/u(j)))/(x + a + V). In partial fractions of u = x + a, h is a
 * constant plus c(j)/(u + v(1) + … + v(j)) for j from 0 to the number of victims, and every c but the last is negative. So h′ has the sign of a
 * falling function of a: profit rises up to one peak, concave, and falls behind it. With one victim the peak is at 1 + v/u = √(D/φ³) with
 * D = 1 − φ² + φ³ − φ²·(1 − φ)·v/x; it begins at zero where φ²·(1 + v/x)·(1 + φ·v/x) = 1, and there is none where D is not above φ³.
 *
 * @param most the largest front-run that is asked for
 * @returns from 0, where no front-run earns anything, up to `most`
 */
export function frontRunPeak(pool: PoolState, side: Side, victims: readonly Victim[], most: bigint): bigint {
  const { kept, whole } = feeOf(pool);
  const reserve = Number(reservesFor(pool, side).reserveIn);
  const phi = Number(kept) / Number(whole);
  const shares = victims.map(({ amountIn }) => Number(amountIn) / reserve);
  if (!rises(0, shares, phi)) return 0n;
  if (rises(Number(most) / reserve, shares, phi)) return most;
  let [low, high] = [0, Number(most)];
  while (high - low > Math.max(0.5, high * Number.EPSILON)) {
    const middle = (low + high) / 2;
    if (rises(middle / reserve, shares, phi)) low = middle;
    else high = middle;
  }
  return BigInt(Math.floor(low));
}

/** Whether h′ is positive: φ²·Π·(1 + V − a·Σ·(1 + a + V)) > 1, everything in shares of the reserve, Σ the sum of φ·v/(u·(u + φ·v)). */
function rises(front: number, victims: readonly number[], phi: number): boolean {
  let [u, total, product, sum] = [1 + front, 1, 1, 0];
  for (const victim of victims) {
    product *= 1 + (phi * victim) / u;
    sum += (phi * victim) / (u * (u + phi * victim));
    u += victim;
    total += victim;
  }
  return phi * phi * product * (total - front * sum * u) > 1;
}

import { CrashError } from "../core/errors.ts";
import { QUOTE_UNIT, VALUE_UNIT } from "../core/units.ts";
import type { PoolState, PriceE8, Side, Value } from "../core/words.ts";
import { isqrt } from "./integer-square-root.ts";
import { smallestInput } from "./smallest-input.ts";
import { feeOf } from "./swap-fee.ts";
import { amountOut, reservesFor } from "./uniswap-v2.ts";

/** Most that the arbitrageur can pay into the pool, in smallest units; without one there is no limit. */
export interface ArbitrageLimits {
  readonly maxBaseIn?: bigint;
  readonly maxQuoteIn?: bigint;
}

/** The trade, and what it earns when closed at the reference market, before gas. */
export interface Arbitrage {
  readonly side: Side;
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly profit: Value;
}

const valueOfQuoteUnit = VALUE_UNIT / QUOTE_UNIT;

/**
 * The swap that earns most when its other leg is closed at the reference market, in the pool's own integers; null when none earns anything.
 *
 * A pool above the reference is sold base, which is bought back at `buyPrice`; a pool below it is bought base from, which is sold at
 * `sellPrice`. The unlimited optimum in real numbers is D* = (√(φ·x·y·out/in) − x)/φ with φ = 997/1000 (or what the pool keeps) and `out/in` the ratio of what the
 * two tokens are worth (Angeris, Kao, Chiang, Noyes, Chitra 2019, section 2; v2-periphery `computeProfitMaximizingTrade`).
 *
 * Rounding: profit is concave in the input before the pool's floor is taken, and likewise in the output before the input is rounded up. The
 * whole numbers on either side of the optimum in both are tried, each with the smallest input that buys its output. So no other input earns
 * more by as much as one smallest unit of the token whose unit is worth less (1 wei of base), and amounts above a limit are never asked for.
 *
 * @param sellPrice bid, what a base token brings at the reference market after costs: S·(1 − c)
 * @param buyPrice ask, what a base token costs there with costs: S·(1 + c); not below the bid
 */
export function optimalArbitrage(state: PoolState, sellPrice: PriceE8, buyPrice: PriceE8, limits: ArbitrageLimits = {}): Arbitrage | null {
  if (sellPrice <= 0n || buyPrice < sellPrice) {
    throw new CrashError("ARBITRAGE_PRICES", `the bid must be positive and not above the ask: ${sellPrice}, ${buyPrice}`);
  }
  if (state.base <= 0n || state.quote <= 0n) return null;
  return (
    best(state, "sell", buyPrice, valueOfQuoteUnit, limits.maxBaseIn) ?? best(state, "buy", valueOfQuoteUnit, sellPrice, limits.maxQuoteIn)
  );
}

/** The best trade on one side, where a smallest unit paid is worth `valueIn` and one received `valueOut`. */
function best(state: PoolState, side: Side, valueIn: Value, valueOut: Value, limit: bigint | undefined): Arbitrage | null {
  const { reserveIn, reserveOut } = reservesFor(state, side);
  const fee = feeOf(state);
  const { kept, whole } = fee;
  const root = isqrt((whole * kept * reserveIn * reserveOut * valueOut) / valueIn);
  if (root < whole * reserveIn) return null;
  const input = (root - whole * reserveIn) / kept;
  const left = isqrt((whole * reserveIn * reserveOut * valueIn) / (kept * valueOut));
  const output = reserveOut - left - 1n;

  // Profit rises up to the optimum, so the best below a limit is the limit itself.
  const largest = limit === undefined ? reserveOut - 1n : limit > 0n ? amountOut(limit, reserveIn, reserveOut, fee) : 0n;
  const outputs = [amountOut(input + 1n, reserveIn, reserveOut, fee), output, output + 1n];
  if (input > 0n) outputs.push(amountOut(input, reserveIn, reserveOut, fee));

  let found: Arbitrage | null = null;
  for (const wanted of outputs) {
    const out = wanted < largest ? wanted : largest;
    if (out <= 0n) continue;
    const amountIn = smallestInput(out, reserveIn, reserveOut, fee);
    const profit = out * valueOut - amountIn * valueIn;
    if (profit <= 0n) continue;
    if (found === null || profit > found.profit || (profit === found.profit && amountIn < found.amountIn)) {
      found = { side, amountIn, amountOut: out, profit };
    }
  }
  return found;
}

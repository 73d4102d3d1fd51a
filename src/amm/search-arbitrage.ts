import { QUOTE_UNIT, VALUE_UNIT } from "../core/units.ts";
import type { PoolState, PriceE8, Side, Value } from "../core/words.ts";
import type { Arbitrage, ArbitrageLimits } from "./optimal-arbitrage.ts";
import { reservesFor } from "./uniswap-v2.ts";

/** What an exact input would bring now, in the smallest unit; 0 where the pool refuses it. */
export type Quote = (side: Side, amountIn: bigint) => bigint | Promise<bigint>;

/** Quotes that are asked for at most, both sides together. */
export const MOST_QUOTES = 40;
/** The first question on each side: this part of the reserve. */
const TOUCH = 1_000_000n;
/** Relative width of what is searched at which the search ends: the profit is then within its square of the best. */
const CLOSE_ENOUGH = 2e-4;
const GOLDEN = (3 - Math.sqrt(5)) / 2;
const VALUE_OF_QUOTE_UNIT = VALUE_UNIT / QUOTE_UNIT;

/** An input that was tried, and what it earns. */
interface Trial {
  readonly amountIn: bigint;
  readonly amountOut: bigint;
  readonly profit: Value;
}

/**
 * The swap that earns most when its other leg is closed at the reference market, for a pool that can only be asked for quotes; null when none earns anything. For a pool of which
 * it is only known that who swaps more gets less for each unit: the profit then has one peak.
 *
 * A touch on either side says whether that side pays at all; the guess of a constant product from reserves and touch is the first trial, doubling or halving brackets
 * the peak, and parabolas through three trials, or a golden section where they do not help, close in on it (Brent 1973, Algorithms for minimization without derivatives, chapter 5). On a constant product the
 * profit is within 10^-6 of the best, which `optimalArbitrage` knows, after at most 40 quotes.
 *
 * @param sellPrice bid, what a base token brings at the reference market after costs
 * @param buyPrice ask, what a base token costs there with costs; not below the bid
 */
export async function searchArbitrage(
  quote: Quote,
  pool: PoolState,
  sellPrice: PriceE8,
  buyPrice: PriceE8,
  limits: ArbitrageLimits = {},
): Promise<Arbitrage | null> {
  const budget = { left: MOST_QUOTES };
  const sold = await peak(quote, pool, "sell", buyPrice, VALUE_OF_QUOTE_UNIT, limits.maxBaseIn, budget);
  return sold ?? (await peak(quote, pool, "buy", VALUE_OF_QUOTE_UNIT, sellPrice, limits.maxQuoteIn, budget));
}

/** The best trade on one side, where a smallest unit paid is worth `valueIn` and one received `valueOut`. */
async function peak(
  quote: Quote,
  pool: PoolState,
  side: Side,
  valueIn: Value,
  valueOut: Value,
  limit: bigint | undefined,
  budget: { left: number },
): Promise<Arbitrage | null> {
  const { reserveIn } = reservesFor(pool, side);
  const largest = limit ?? reserveIn * TOUCH;
  if (largest <= 0n) return null;
  const attempt = async (amountIn: bigint): Promise<Trial> => {
    budget.left -= 1;
    const amountOut = await quote(side, amountIn);
    return { amountIn, amountOut, profit: amountOut * valueOut - amountIn * valueIn };
  };
  const touch = await attempt(within(reserveIn / TOUCH + 1n, largest));
  if (touch.profit <= 0n) return null;
  const ratio = Number(touch.amountOut * valueOut) / Number(touch.amountIn * valueIn);
  const guess = BigInt(Math.ceil(Number(reserveIn) * (Math.sqrt(ratio) - 1)));
  const bracket = await around(attempt, within(guess, largest), largest, budget);
  const best = await closeIn(attempt, bracket, budget);
  const found = best.profit > touch.profit ? best : touch;
  return { side, ...found };
}

type Bracket = readonly [low: Trial, middle: Trial, high: Trial];
const NOTHING: Trial = { amountIn: 0n, amountOut: 0n, profit: 0n };

/** Three trials of which the middle one earns most, or the largest trade of all where profit still rises there. */
async function around(
  attempt: (amountIn: bigint) => Promise<Trial>,
  start: bigint,
  largest: bigint,
  budget: { readonly left: number },
): Promise<Bracket> {
  let [low, middle] = [NOTHING, await attempt(start)];
  // What earns nothing is beyond the peak.
  while (middle.profit <= 0n && middle.amountIn > 1n && budget.left > 0) middle = await attempt(middle.amountIn / 2n);
  while (middle.amountIn < largest && budget.left > 0) {
    const high = await attempt(within(middle.amountIn * 2n, largest));
    if (high.profit <= middle.profit) return [low, middle, high];
    [low, middle] = [middle, high];
  }
  return [low, middle, middle];
}

/** Shrinks a bracket around the peak. */
async function closeIn(
  attempt: (amountIn: bigint) => Promise<Trial>,
  [from, start, to]: Bracket,
  budget: { readonly left: number },
): Promise<Trial> {
  let [low, best, high] = [from, start, to];
  let [lastMove, moveBefore] = [Infinity, Infinity];
  while (budget.left > 0 && isWide(low, best, high)) {
    const at = Number(best.amountIn);
    const vertex = vertexOf(low, best, high);
    const isUseful = vertex > Number(low.amountIn) && vertex < Number(high.amountIn) && Math.abs(vertex - at) < moveBefore / 2;
    const wanted = isUseful ? vertex : golden(low, best, high);
    const next = apart(toUnits(wanted), low, best, high);
    if (next === null) return best;
    const trial = await attempt(next);
    [moveBefore, lastMove] = [lastMove, Math.abs(Number(next) - at)];
    if (trial.profit > best.profit) {
      if (trial.amountIn > best.amountIn) low = best;
      else high = best;
      best = trial;
    } else if (trial.amountIn > best.amountIn) high = trial;
    else low = trial;
  }
  return best;
}

function isWide(low: Trial, best: Trial, high: Trial): boolean {
  return Number(high.amountIn - low.amountIn) > CLOSE_ENOUGH * Number(best.amountIn);
}

/** Where the parabola through three trials has its peak; NaN where it has none. */
function vertexOf(low: Trial, best: Trial, high: Trial): number {
  const at = Number(best.amountIn);
  const [left, right] = [at - Number(low.amountIn), Number(high.amountIn) - at];
  const [fallLeft, fallRight] = [Number(best.profit - low.profit), Number(best.profit - high.profit)];
  const curvature = left * fallRight + right * fallLeft;
  return curvature > 0 ? at + (right * right * fallLeft - left * left * fallRight) / (2 * curvature) : NaN;
}

/** The golden section of the wider part of the bracket. */
function golden(low: Trial, best: Trial, high: Trial): number {
  const at = Number(best.amountIn);
  const [left, right] = [at - Number(low.amountIn), Number(high.amountIn) - at];
  return right > left ? at + GOLDEN * right : at - GOLDEN * left;
}

/** An amount inside the bracket and far enough from its middle to tell something; null where there is none. */
function apart(wanted: bigint, low: Trial, best: Trial, high: Trial): bigint | null {
  const step = toUnits((CLOSE_ENOUGH / 4) * Number(best.amountIn)) + 1n;
  const isWiderAbove = high.amountIn - best.amountIn > best.amountIn - low.amountIn;
  const gap = wanted - best.amountIn;
  const moved = gap >= step || -gap >= step ? wanted : isWiderAbove ? best.amountIn + step : best.amountIn - step;
  return moved > low.amountIn && moved < high.amountIn && moved !== best.amountIn ? moved : null;
}

function toUnits(amount: number): bigint {
  return BigInt(Math.round(amount));
}

function within(amount: bigint, largest: bigint): bigint {
  return amount < 1n ? 1n : amount < largest ? amount : largest;
}

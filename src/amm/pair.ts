import type { PoolState } from "../core/words.ts";
import { isqrt } from "./integer-square-root.ts";
import { accumulate, type PriceAccumulators } from "./price-accumulators.ts";
import { protocolLiquidity } from "./protocol-fee.ts";
import { refusal } from "./refusal.ts";
import { add, div, mul, sub } from "./safe-math.ts";
import { feeOf } from "./swap-fee.ts";
import { type Amounts, largestReserve, minimumLiquidity } from "./uniswap-v2.ts";

/**
 * The whole of a Uniswap V2 pair, exact in integers: its reserves beside what it really holds, protocol fee, minimum liquidity and price
 * accumulators; v2-core `UniswapV2Pair.sol`. Each function is one of the pair's, with its checks in its order, and throws a Refusal with its
 * reason. Not here: the lock and the callback of flash swaps, since nobody who calls these functions can call back.
 */

/** What the pair remembers. */
export interface PairState extends PoolState, PriceAccumulators {
  /** Product of the reserves after the last mint or burn while the protocol fee was on; 0 while it is off. */
  readonly kLast: bigint;
}

/** When a call happens, and whether the factory names somebody who gets the protocol fee. */
export interface PairEnv {
  /** Unix seconds of the block. */
  readonly time: number;
  readonly feeOn: boolean;
}

/** Who is paid by the pair: an account, the pair itself, or one of its two tokens, which swaps refuse. */
export type Recipient = "account" | "pair" | "token";

/** A pair that was just created. */
export const emptyPair: PairState = {
  base: 0n,
  quote: 0n,
  supply: 0n,
  kLast: 0n,
  basePriceCumulative: 0n,
  quotePriceCumulative: 0n,
  updatedAt: 0,
};

/** What a mint made: liquidity for the depositor, for the protocol, and for ever locked by the first. */
export interface Minted {
  readonly pair: PairState;
  readonly minted: bigint;
  readonly protocol: bigint;
  readonly locked: bigint;
}

/**
 * Liquidity for what the pair holds above its reserves: floor of the smaller share, or of the root at first (whitepaper section 3.4).
 *
 * @param held what the pair holds
 */
export function mint(pair: PairState, held: Amounts, env: PairEnv): Minted {
  const base = sub(held.base, pair.base);
  const quote = sub(held.quote, pair.quote);
  const protocol = env.feeOn ? protocolLiquidity(pair, pair.kLast) : 0n;
  const supply = add(pair.supply, protocol);
  const locked = supply === 0n ? minimumLiquidity : 0n;
  const minted =
    locked > 0n ? sub(isqrt(mul(base, quote)), locked) : smaller(div(mul(base, supply), pair.base), div(mul(quote, supply), pair.quote));
  if (minted === 0n) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");
  const after = add(add(supply, locked), minted);
  return { pair: withProduct(update(pair, held, after, env.time), env), minted, protocol, locked };
}

/** What a burn paid out. */
export interface Burned extends Amounts {
  readonly pair: PairState;
  readonly protocol: bigint;
}

/**
 * Pays out the share of what the pair holds, donations included, for the liquidity tokens that were sent to it; floor in each.
 *
 * @param liquidity the pair's own tokens that it holds
 */
export function burn(pair: PairState, held: Amounts, liquidity: bigint, env: PairEnv, to: Recipient = "account"): Burned {
  const protocol = env.feeOn ? protocolLiquidity(pair, pair.kLast) : 0n;
  const supply = add(pair.supply, protocol);
  const base = div(mul(liquidity, held.base), supply);
  const quote = div(mul(liquidity, held.quote), supply);
  if (base === 0n || quote === 0n) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED");
  const left = paidOut(held, { base, quote }, to);
  return { pair: withProduct(update(pair, left, sub(supply, liquidity), env.time), env), base, quote, protocol };
}

/**
 * Pays out first, then checks that enough came in, in either token or both: (b0·1000 − in0·3)·(b1·1000 − in1·3) ≥ r0·r1·1000² (whitepaper
 * section 3.2.1, equation 11).
 *
 * @param held what the pair holds before it pays out, what was paid in included
 * @returns what the pair takes for paid in: all it holds above its reserves less what went out
 */
export function swap(
  pair: PairState,
  held: Amounts,
  out: Amounts,
  time: number,
  to: Recipient = "account",
): { readonly pair: PairState; readonly paidIn: Amounts } {
  if (out.base === 0n && out.quote === 0n) throw refusal("UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
  if (out.base >= pair.base || out.quote >= pair.quote) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY");
  if (to === "token") throw refusal("UniswapV2: INVALID_TO");
  const left = paidOut(held, out, to);
  const base = excess(left.base, pair.base - out.base);
  const quote = excess(left.quote, pair.quote - out.quote);
  if (base === 0n && quote === 0n) throw refusal("UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
  checkProduct(pair, left, base, quote);
  return { pair: update(pair, left, pair.supply, time), paidIn: { base, quote } };
}

/** What the pair holds above its reserves, which anyone may have. */
export function skim(pair: PairState, held: Amounts): Amounts {
  return { base: sub(held.base, pair.base), quote: sub(held.quote, pair.quote) };
}

/** Reserves as the pair holds. */
export function sync(pair: PairState, held: Amounts, time: number): PairState {
  return update(pair, held, pair.supply, time);
}

function checkProduct(pair: PairState, held: Amounts, baseIn: bigint, quoteIn: bigint): void {
  const { kept, whole } = feeOf(pair);
  const base = held.base * whole - baseIn * (whole - kept);
  const quote = held.quote * whole - quoteIn * (whole - kept);
  // Amounts of at most 112 bits, which is all that can pass in the end, overflow nowhere.
  if (held.base > largestReserve || held.quote > largestReserve) {
    mul(held.base, whole);
    mul(held.quote, whole);
    mul(base, quote);
  }
  if (base * quote < pair.base * pair.quote * whole * whole) throw refusal("UniswapV2: K");
}

function update(pair: PairState, held: Amounts, supply: bigint, time: number): PairState {
  if (held.base > largestReserve || held.quote > largestReserve) throw refusal("UniswapV2: OVERFLOW");
  return { ...pair, ...accumulate(pair, pair, time), base: held.base, quote: held.quote, supply };
}

function withProduct(pair: PairState, { feeOn }: PairEnv): PairState {
  return { ...pair, kLast: feeOn ? pair.base * pair.quote : 0n };
}

function paidOut(held: Amounts, out: Amounts, to: Recipient): Amounts {
  return to === "pair" ? held : { base: held.base - out.base, quote: held.quote - out.quote };
}

function excess(held: bigint, reserve: bigint): bigint {
  return held > reserve ? held - reserve : 0n;
}

function smaller(x: bigint, y: bigint): bigint {
  return x < y ? x : y;
}

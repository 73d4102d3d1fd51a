import type { PoolState, Side, SwapFee } from "../core/words.ts";
import { isqrt } from "./integer-square-root.ts";
import { refusal } from "./refusal.ts";
import { feeOf, publishedFee } from "./swap-fee.ts";

/**
 * The arithmetic of a Uniswap V2 pair and its router, exact in integers. Source: v2-core `UniswapV2Pair.sol`, v2-periphery
 * `UniswapV2Library.sol` and `UniswapV2Router02.sol`; Adams, Zinsmeister, Robinson 2020, Uniswap v2 Core, sections 2 and 3. Reserves and
 * balances are taken to be equal and the protocol fee to be off, as on a pair that nobody donates to; `pair.ts` has the rest. What the contracts would revert is a
 * Refusal whose code is the contract's reason without its prefix.
 */

/** Liquidity locked for ever at the zero address by the first mint, in the smallest unit. */
export const minimumLiquidity = 1000n;

/** Reserves are 112 bits wide. */
export const largestReserve = 2n ** 112n - 1n;

/** Two amounts in the tokens' smallest units. */
export interface Amounts {
  readonly base: bigint;
  readonly quote: bigint;
}

/** Output for an exact input: floor(in·997·reserveOut / (reserveIn·1000 + in·997)); `UniswapV2Library.getAmountOut`. */
export function amountOut(amountIn: bigint, reserveIn: bigint, reserveOut: bigint, { kept, whole }: SwapFee = publishedFee): bigint {
  if (amountIn <= 0n) throw refusal("UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT");
  if (reserveIn <= 0n || reserveOut <= 0n) throw refusal("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
  const withFee = amountIn * kept;
  return (withFee * reserveOut) / (reserveIn * whole + withFee);
}

/**
 * Input that the router asks for an exact output: floor(reserveIn·out·1000 / ((reserveOut − out)·997)) + 1; `UniswapV2Library.getAmountIn`.
 * It is one more than needed when the quotient is whole. An output of the whole reserve or more is refused as INSUFFICIENT_LIQUIDITY, where
 * the library would divide by zero or underflow.
 */
export function amountIn(amountOut: bigint, reserveIn: bigint, reserveOut: bigint): bigint {
  if (amountOut <= 0n) throw refusal("UniswapV2Library: INSUFFICIENT_OUTPUT_AMOUNT");
  if (reserveIn <= 0n || reserveOut <= amountOut) throw refusal("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
  return (reserveIn * amountOut * publishedFee.whole) / ((reserveOut - amountOut) * publishedFee.kept) + 1n;
}

/** The two reserves as a trader on this side sees them. */
export function reservesFor(state: PoolState, side: Side): { readonly reserveIn: bigint; readonly reserveOut: bigint } {
  return side === "sell" ? { reserveIn: state.base, reserveOut: state.quote } : { reserveIn: state.quote, reserveOut: state.base };
}

/** An exact-input swap through the router: the state after it and what the trader receives. */
export function swap(state: PoolState, side: Side, amountIn: bigint): { readonly state: PoolState; readonly amountOut: bigint } {
  const { reserveIn, reserveOut } = reservesFor(state, side);
  const out = amountOut(amountIn, reserveIn, reserveOut, feeOf(state));
  if (out === 0n) throw refusal("UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
  return {
    state: side === "sell" ? moved(state, amountIn, -out, 0n) : moved(state, -out, amountIn, 0n),
    amountOut: out,
  };
}

/**
 * The pair's own check of a swap, with amounts in and out in either token or both: (b0·1000 − in0·3)·(b1·1000 − in1·3) ≥ r0·r1·1000², where
 * b is the balance after it; `UniswapV2Pair.swap`, whitepaper section 3.2.1 (equation 11).
 */
export function passesK(reserves: Amounts, paidIn: Amounts, paidOut: Amounts): boolean {
  const { kept, whole } = publishedFee;
  const base = (reserves.base + paidIn.base - paidOut.base) * whole - paidIn.base * (whole - kept);
  const quote = (reserves.quote + paidIn.quote - paidOut.quote) * whole - paidIn.quote * (whole - kept);
  return base * quote >= reserves.base * reserves.quote * whole * whole;
}

/**
 * Liquidity that the first depositor receives: floor(√(base·quote)) − 1000; the supply afterwards is 1000 more. `UniswapV2Pair.mint`,
 * whitepaper section 3.4.
 */
export function firstLiquidity(base: bigint, quote: bigint): bigint {
  if (base < 0n || quote < 0n) throw refusal("ds-math-sub-underflow");
  const liquidity = isqrt(base * quote) - minimumLiquidity;
  if (liquidity < 0n) throw refusal("ds-math-sub-underflow");
  if (liquidity === 0n) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");
  return liquidity;
}

/** What a deposit came to: the amounts taken are at most the amounts desired. */
export interface Deposit extends Amounts {
  readonly state: PoolState;
  readonly minted: bigint;
}

/**
 * A deposit through the router with base as its first token: as much of both as fits the pool's proportion, floor in the second token, then
 * the pair's mint, floor of the smaller of the two shares. Into an empty pool the desired amounts go whole and `firstLiquidity` is minted.
 */
export function addLiquidity(state: PoolState, baseDesired: bigint, quoteDesired: bigint): Deposit {
  if (state.supply === 0n) {
    const minted = firstLiquidity(baseDesired, quoteDesired);
    const first = moved({ ...state, base: 0n, quote: 0n }, baseDesired, quoteDesired, minted + minimumLiquidity);
    return { state: first, base: baseDesired, quote: quoteDesired, minted };
  }
  if (baseDesired <= 0n) throw refusal("UniswapV2Library: INSUFFICIENT_AMOUNT");
  let base = baseDesired;
  let quote = (baseDesired * state.quote) / state.base;
  if (quote > quoteDesired) {
    if (quoteDesired <= 0n) throw refusal("UniswapV2Library: INSUFFICIENT_AMOUNT");
    base = (quoteDesired * state.base) / state.quote;
    quote = quoteDesired;
  }
  const byBase = (base * state.supply) / state.base;
  const byQuote = (quote * state.supply) / state.quote;
  const minted = byBase < byQuote ? byBase : byQuote;
  if (minted === 0n) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");
  return { state: moved(state, base, quote, minted), base, quote, minted };
}

/** Liquidity turned back into both tokens, floor of the share in each; `UniswapV2Pair.burn`. The first 1000 can never be burned. */
export function removeLiquidity(state: PoolState, liquidity: bigint): Amounts & { readonly state: PoolState } {
  if (liquidity > state.supply - minimumLiquidity) throw refusal("ds-math-sub-underflow");
  const base = liquidity > 0n ? (liquidity * state.base) / state.supply : 0n;
  const quote = liquidity > 0n ? (liquidity * state.quote) / state.supply : 0n;
  if (base === 0n || quote === 0n) throw refusal("UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED");
  return { state: moved(state, -base, -quote, -liquidity), base, quote };
}

/** The state after these changes; the pair's reserves are 112 bits wide. */
function moved(state: PoolState, base: bigint, quote: bigint, supply: bigint): PoolState {
  const amounts = { base: state.base + base, quote: state.quote + quote, supply: state.supply + supply };
  const next = state.fee === undefined ? amounts : { ...amounts, fee: state.fee };
  if (next.base > largestReserve || next.quote > largestReserve) throw refusal("UniswapV2: OVERFLOW");
  return next;
}

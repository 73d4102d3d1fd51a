import type { PriceE8, Value } from "./words.ts";

/** Smallest units in one base token (WETH, 18 decimals). */
const BASE_UNIT = 10n ** 18n;
/** Smallest units in one quote token (USDC, 6 decimals). */
export const QUOTE_UNIT = 10n ** 6n;
/** A price of 1 quote per base. */
const PRICE_UNIT = 10n ** 8n;
/** A value of 1 quote. */
export const VALUE_UNIT = BASE_UNIT * PRICE_UNIT;
/** Value of the smallest unit of quote. */
const VALUE_PER_QUOTE = VALUE_UNIT / QUOTE_UNIT;

/** Exact value of two amounts at a price: base·price + quote·10^20, in 10^-26 quote; signed. */
export function valueAt(base: bigint, quote: bigint, price: PriceE8): Value {
  return base * price + quote * VALUE_PER_QUOTE;
}

/** Exact value of an amount of one asset at a price; ETH is worth as much as base. */
export function valueOf(asset: "base" | "quote" | "gas", amount: bigint, price: PriceE8): Value {
  return asset === "quote" ? valueAt(0n, amount, price) : valueAt(amount, 0n, price);
}

/** Smallest units of base as a number of tokens; rounded once, to a double. */
export function baseNumber(amount: bigint): number {
  return Number(amount) / 1e18;
}

/** Smallest units of quote as a number of tokens; rounded once, to a double. */
export function quoteNumber(amount: bigint): number {
  return Number(amount) / 1e6;
}

/** A price as a number of quote per base. */
export function priceNumber(price: PriceE8): number {
  return Number(price) / 1e8;
}

/** A value as a number of quote; rounded once, to a double. */
export function valueNumber(value: Value): number {
  return Number(value) / 1e26;
}

/** The nearest representable price; at least 10^-8. Throws a RangeError for a number that is no positive price. */
export function toPrice(price: number): PriceE8 {
  if (!(price > 0) || !Number.isFinite(price)) throw new RangeError(`not a price: ${price}`);
  const scaled = BigInt(Math.round(price * 1e8));
  return scaled > 0n ? scaled : 1n;
}

/** A number of base tokens in smallest units, rounded to the nearest. */
export function toBase(tokens: number): bigint {
  return scaled(tokens, BASE_UNIT);
}

/** A number of quote tokens in smallest units, rounded to the nearest. */
export function toQuote(tokens: number): bigint {
  return scaled(tokens, QUOTE_UNIT);
}

/** A number of gwei in wei, rounded to the nearest. */
export function toWeiFromGwei(gwei: number): bigint {
  return BigInt(Math.round(gwei * 1e9));
}

/** Quote paid for an amount of base at a price, floor toward negative infinity for negative amounts. */
export function quoteForBase(base: bigint, price: PriceE8): bigint {
  return floorDiv(base * price, VALUE_PER_QUOTE);
}

/** Base worth a positive amount of quote at a price, rounded down. */
export function baseForQuote(quote: bigint, price: PriceE8): bigint {
  return (quote * VALUE_PER_QUOTE) / price;
}

/** Floor of a quotient for any sign of the numerator and a positive denominator. */
function floorDiv(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Splits off the whole part first, so that 10^18 smallest units do not lose digits to a double product. */
function scaled(tokens: number, unit: bigint): bigint {
  const whole = Math.trunc(tokens);
  return BigInt(whole) * unit + BigInt(Math.round((tokens - whole) * Number(unit)));
}

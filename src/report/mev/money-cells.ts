import { decimal, signed } from "../number-format.ts";

const WHOLE_FROM = 10_000;

/**
 * Amounts of quote as cells of a table: whole ones, or with two decimals where none reaches 10,000; exact zeros as `–`.
 *
 * @param all every amount of the table, which decides on decimals
 */
export function moneyCells(all: readonly number[]): {
  readonly plain: (value: number) => string;
  readonly signed: (value: number) => string;
} {
  const digits = all.some((value) => Math.abs(value) >= WHOLE_FROM) ? 0 : 2;
  const cell = (write: typeof decimal) => (value: number) => (value === 0 ? "–" : write(value, digits));
  return { plain: cell(decimal), signed: cell(signed) };
}

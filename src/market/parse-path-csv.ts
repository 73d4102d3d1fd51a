import { InputError } from "../core/errors.ts";
import type { InputFacts } from "../core/errors.ts";
import type { Bar, BarSeries } from "./bars.ts";
import { parseTime, TIME_ALLOWED } from "./parse-time.ts";
import type { TimeFormat } from "./parse-time.ts";

/** A price path as a file records it: bars, or single prices. */
export type RecordedPath =
  | { readonly kind: "bars"; readonly series: BarSeries }
  | { readonly kind: "points"; readonly times: readonly number[]; readonly prices: readonly number[] };

/** Most rows that a price path may have. */
export const MAX_PATH_ROWS = 200_000;
/** Below this, prices in steps of 10^-8 are coarser than 1 %. */
const MIN_PRICE = 1e-6;
/** In the unit of a result, 1e-8, the largest price must be a safe integer. */
const MAX_PRICE = 9e7;

const BAR_COLUMNS = ["open", "high", "low", "close"] as const;
const HEADER_ALLOWED = "time,open,high,low,close or time,price (time may be called date; further columns are ignored)";
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const NOT_FINITE = /^[+-]?(nan|inf|infinity)$/i;

interface Columns {
  readonly count: number;
  readonly time: { readonly name: string; readonly index: number };
  readonly prices: readonly { readonly name: string; readonly index: number }[];
}

/**
 * A price path from comma-separated text: `time,open,high,low,close` or `time,price`, further columns ignored.
 *
 * Times are unix seconds or ISO 8601 (UTC unless they name a zone), ascending; rows may be missing, and the length of a bar is the smallest spacing. Lines
 * that begin with `#` may stand before the header. A byte-order mark, CRLF and blank lines are fine; quotes are not read.
 *
 * @param file name for messages
 * @throws InputError with the line, column, value and what is allowed; its code begins with `PATH_`
 */
export function parsePathCsv(text: string, file: string): RecordedPath {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const fail = (code: string, problem: string, facts: InputFacts): never => {
    throw new InputError(code, problem, { file, ...facts });
  };
  let columns: Columns | null = null;
  let format: TimeFormat | null = null;
  const times: number[] = [];
  const rows: number[][] = [];
  lines.forEach((line, at) => {
    const number = at + 1;
    if (line.trim() === "" || (columns === null && line.startsWith("#"))) return;
    if (line.includes('"'))
      fail("PATH_QUOTES", "quotes are not read", { line: number, value: line.slice(0, 80), allowed: "plain cells between commas" });
    const cells = line.split(",").map((cell) => cell.trim());
    if (columns === null) {
      columns = readHeader(cells, number, fail);
      return;
    }
    if (rows.length === MAX_PATH_ROWS)
      fail("PATH_TOO_MANY_ROWS", "too many rows", { line: number, allowed: `at most ${MAX_PATH_ROWS} rows of prices` });
    if (cells.length !== columns.count)
      fail("PATH_CELLS", "wrong number of cells", {
        line: number,
        value: `${cells.length} cells`,
        allowed: `${columns.count} cells, as in the header`,
      });
    const place = { line: number, column: columns.time.name, value: cells[columns.time.index] ?? "" };
    const time = parseTime(place.value) ?? fail("PATH_TIME", "not a time", { ...place, allowed: TIME_ALLOWED });
    format ??= time.format;
    if (time.format !== format)
      fail("PATH_TIME_MIXED", `times are written in two ways, here as ${time.format}`, {
        ...place,
        allowed: `${format}, as in the rows before`,
      });
    const before = times.at(-1) ?? -Infinity;
    if (time.seconds === before) fail("PATH_TIME_REPEATS", "a time repeats", { ...place, allowed: "times that ascend" });
    if (time.seconds < before) fail("PATH_TIME_BACK", "time goes back", { ...place, allowed: "times that ascend" });
    times.push(time.seconds);
    rows.push(readPrices(cells, columns, number, fail));
  });
  if (columns === null) fail("PATH_EMPTY", "the file is empty", { allowed: HEADER_ALLOWED });
  if (rows.length < 2) fail("PATH_TOO_FEW_ROWS", "too few rows", { value: `${rows.length} rows`, allowed: "two rows of prices or more" });
  return toPath(times, rows);
}

type Fail = (code: string, problem: string, facts: InputFacts) => never;

function readHeader(cells: readonly string[], line: number, fail: Fail): Columns {
  const names = cells.map((cell) => cell.toLowerCase());
  const value = cells.join(",").slice(0, 200);
  const wrong = (problem: string): never => fail("PATH_HEADER", problem, { line, value, allowed: HEADER_ALLOWED });
  const find = (name: string) => ({ name, index: names.indexOf(name) });
  for (const name of ["time", "date", "price", ...BAR_COLUMNS])
    if (names.indexOf(name) !== names.lastIndexOf(name)) wrong(`the header names ${name} twice`);
  if (names.includes("time") && names.includes("date")) wrong("the header names both time and date");
  const time = names.includes("time") ? find("time") : find("date");
  if (time.index < 0) wrong("the header names no time");
  const bars = BAR_COLUMNS.map(find);
  const missing = bars.filter((column) => column.index < 0).map((column) => column.name);
  if (missing.length === 0) return { count: cells.length, time, prices: bars };
  if (!names.includes("price")) wrong(missing.length < 4 ? `the header names no ${missing.join(", ")}` : "the header names no prices");
  if (missing.length < 4) wrong("the header names both a price and parts of bars");
  return { count: cells.length, time, prices: [find("price")] };
}

function readPrices(cells: readonly string[], columns: Columns, line: number, fail: Fail): number[] {
  const row = columns.prices.map(({ name, index }) => {
    const value = cells[index] ?? "";
    const place = { line, column: name, value, allowed: `a number from ${MIN_PRICE} to ${MAX_PRICE}` };
    if (NOT_FINITE.test(value)) fail("PATH_NOT_FINITE", "not a finite number", place);
    if (!NUMBER.test(value)) fail("PATH_NOT_A_NUMBER", "not a number", place);
    const price = Number(value);
    if (!(price > 0)) fail("PATH_NOT_POSITIVE", "a price is not positive", place);
    if (!(price >= MIN_PRICE && price <= MAX_PRICE)) fail("PATH_PRICE_RANGE", "a price is out of range", place);
    return price;
  });
  const [open = 0, high, low, close = 0] = row;
  if (high === undefined || low === undefined) return row;
  if (low > high)
    fail("PATH_LOW_ABOVE_HIGH", "low is above high", { line, column: "low", value: `${low}`, allowed: `at most the high, ${high}` });
  const range = `from the low, ${low}, to the high, ${high}`;
  if (open < low || open > high)
    fail("PATH_OUTSIDE_RANGE", "open is outside low and high", { line, column: "open", value: `${open}`, allowed: range });
  if (close < low || close > high)
    fail("PATH_OUTSIDE_RANGE", "close is outside low and high", { line, column: "close", value: `${close}`, allowed: range });
  return row;
}

function toPath(times: readonly number[], rows: readonly (readonly number[])[]): RecordedPath {
  if (rows[0]?.length === 1) return { kind: "points", times, prices: rows.map(([price = NaN]) => price) };
  const bars = rows.map(([open = NaN, high = NaN, low = NaN, close = NaN], i): Bar => ({ time: times[i] ?? NaN, open, high, low, close }));
  let seconds = Infinity;
  for (let i = 1; i < times.length; i += 1) seconds = Math.min(seconds, (times[i] ?? NaN) - (times[i - 1] ?? NaN));
  return { kind: "bars", series: { bars, seconds } };
}

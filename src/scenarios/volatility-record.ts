import { InputError } from "../core/errors.ts";

/** Closes of a volatility index and of the futures on it, one a session of the scenario; plain data. */
export interface VolatilityRecord {
  /** The VXO is the index of 1986 on the S&P 100, the VIX that of 1993 on the S&P 500, in its form of 2003. */
  readonly index: "VXO" | "VIX";
  /** Unix seconds: the closing bell of each session. Index and futures were taken up to a quarter of an hour later. */
  readonly times: readonly number[];
  /** Per cent a year. */
  readonly closes: readonly number[];
  /** Those recorded, by months to expiry, `vx1` first; null where the record has no close of the day. Empty where there are none at all. */
  readonly futures: readonly { readonly name: string; readonly closes: readonly (number | null)[] }[];
  /** The VIX of three months instead of one, its VIX3M: closes, and null where the record has none on that day; null where it has none at all. */
  readonly vix3m: readonly (number | null)[] | null;
}

/** How a record's columns are to be read. */
export interface VolatilityColumns {
  readonly index: VolatilityRecord["index"];
  /** Columns of futures, or `vix3m`, in which a cell may be empty, because nothing was recorded on that day. */
  readonly mayBeEmpty?: readonly string[];
}

const CLOSE = /^\d+(\.\d+)?$/;

/**
 * The volatility columns of a record of sessions: `vxo_close` or `vix_close`, every `vx1`, `vx2` … of its header, and `vix3m` where it is there.
 *
 * @param text comma-separated, lines that begin with `#` before the header
 * @param file name for messages
 * @param times of the closes, one a row
 * @throws InputError `RECORD_HOLE` for a missing, unreadable or non-positive close, with file, line and column
 */
export function parseVolatility(
  text: string,
  file: string,
  times: readonly number[],
  { index, mayBeEmpty = [] }: VolatilityColumns,
): VolatilityRecord {
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ cells: line.split(",").map((cell) => cell.trim()), line: i + 1, text: line }))
    .filter((each) => each.text.trim() !== "" && !each.text.startsWith("#"));
  const [header, ...rows] = lines;
  const columns = header?.cells ?? [];
  const read = (column: string): (number | null)[] => {
    const place = columns.indexOf(column);
    return rows.map(({ cells, line }) => {
      const value = cells[place] ?? "";
      if (value === "" && mayBeEmpty.includes(column)) return null;
      if (CLOSE.test(value) && Number(value) > 0) return Number(value);
      throw new InputError("RECORD_HOLE", "a close of volatility is missing or not positive", {
        file,
        line,
        column,
        value,
        allowed: "a positive number in every row",
      });
    });
  };
  const closes = read(`${index.toLowerCase()}_close`).map((close) => close ?? NaN);
  const futures = columns.filter((name) => /^vx\d$/.test(name)).map((name) => ({ name, closes: read(name) }));
  return { index, times, closes, futures, vix3m: columns.includes("vix3m") ? read("vix3m") : null };
}

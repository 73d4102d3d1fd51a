import type { LineName } from "../../../src/core/line-name.ts";
import { LINE_NAMES } from "../../../src/ledger/books/lines.ts";
import type { BookName } from "../../../src/core/result.ts";
import type { SettingValue, SweepBook, SweepCell, SweepDifference, SweepMeasure, SweepSummary } from "../../../src/core/sweep-summary.ts";
import { spreadOf } from "./spread-of.ts";
import { walkPaths } from "./walk-paths.ts";
import type { Walked } from "./walk-paths.ts";

export interface SweepOptions {
  /** None when absent. */
  readonly axes?: SweepSummary["axes"];
  /** 400 when absent. */
  readonly paths?: number;
  /** Stands in every place where text of unknown origin can, values of settings included. */
  readonly hostile?: string;
  /** Multiplies every amount and the start capital; 1 when absent. */
  readonly scale?: number;
  /** All paths the same. */
  readonly flat?: boolean;
}

const MEASURES: readonly SweepMeasure[] = [...LINE_NAMES, "total", "peakMargin", "trades"];
const PROBABILITIES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const TAILS = [0.05, 0.01];
const BINS = 60;
const BOOKS: readonly (readonly [name: BookName, title: string])[] = [
  ["hold", "hold"],
  ["lp", "LP"],
  ["hedged-lp", "hedged LP"],
  ["option-twin", "option twin"],
  ["short-straddle", "short straddle"],
  ["desk", "short desk"],
  ["insurer", "insurer"],
];

/** A cell's books and their titles: desk and insurer where one of its settings names them. */
function booksAt(settings: Readonly<Record<string, SettingValue>>): typeof BOOKS {
  const { "hedger.desk": desk = "none", "hedger.insurance": insurance = "none" } = settings;
  return BOOKS.filter(([name]) => (name === "desk" ? desk !== "none" : name !== "insurer" || insurance !== "none")).map(
    ([name, title]) => [name, name === "desk" ? `short ${String(desk)}` : title] as const,
  );
}

/** A synthetic sweep over any axes, with every number computed from paths that are drawn from a fixed seed; the same for the same options. Economics are rough. */
export function makeSweep(options: SweepOptions = {}): SweepSummary {
  const { axes = [], paths = 400, hostile, scale = 1, flat = false } = options;
  const text = (fallback: string): string => hostile ?? fallback;
  const places = axes.reduce<readonly (readonly SettingValue[])[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  const settingsAt = (at: readonly SettingValue[]) => Object.fromEntries(axes.map(({ key }, axis) => [key, at[axis]!]));
  const walked = places.map((at) => ({
    at,
    titles: booksAt(settingsAt(at)),
    ...walkPaths(settingsAt(at), paths, flat, scale),
  }));
  const bins = (names: readonly BookName[]) => {
    const totals = walked
      .flatMap(({ books, titles }) => titles.flatMap(([name]) => (names.includes(name) ? [...books[name].total] : [])))
      .sort((a, b) => a - b);
    const at = (share: number): number => totals[Math.min(totals.length - 1, Math.floor(share * totals.length))]!;
    return { from: at(0.002), to: at(0.998) };
  };
  const ranges = { directed: bins(["hold", "lp", "insurer"]), hedged: bins(["hedged-lp", "option-twin", "short-straddle", "desk"]) };
  const told = (value: SettingValue): SettingValue => (hostile !== undefined && typeof value === "string" ? hostile : value);
  return {
    schemaVersion: 1,
    scenario: {
      name: text("black-thursday-2020"),
      title: text("Black Thursday, 12 March 2020"),
      what: text("ETH fell from 195 to 101 dollars in a day and closed at 107.52; each path is drawn anew with the day's volatility."),
      source: text("geometric Brownian motion, drawn from the seed"),
      thoughtExperiment: hostile ?? "Uniswap V2 was launched in May 2020: this is what the pool would have lived through, not what it did.",
    },
    engine: "kernel",
    seed: 1,
    paths,
    axes: axes.map(({ key, values }) => ({ key, values: values.map(told) })),
    settings: { "market.cost": 0.001, "hedger.impliedVolatility": 0.9, "pool.lpShare": 0.1, "pool.liquidity": text("fixed") },
    probabilities: PROBABILITIES,
    tails: TAILS,
    cells: walked.map(({ at, ...cell }) => cellOf(at.map(told), cell, ranges, text)),
  };
}

type Range = { readonly from: number; readonly to: number };

function cellOf(
  at: readonly SettingValue[],
  walked: Walked & { readonly titles: typeof BOOKS },
  ranges: { readonly directed: Range; readonly hedged: Range },
  text: (fallback: string) => string,
): SweepCell {
  const spread = (values: Float64Array) => spreadOf(values, PROBABILITIES, TAILS);
  const books = walked.titles.map(([book, title]): SweepBook => {
    const lines = walked.books[book];
    const measures = Object.fromEntries(MEASURES.map((name) => [name, spread(lines[name])]));
    const { from, to } = ["hold", "lp", "insurer"].includes(book) ? ranges.directed : ranges.hedged;
    const counts = new Array<number>(BINS).fill(0);
    const inside = lines.total.filter((value) => value >= from && value <= to);
    for (const value of inside) counts[to > from ? Math.min(BINS - 1, Math.floor((BINS * (value - from)) / (to - from))) : 0]! += 1;
    const below = lines.total.filter((value) => value < from).length;
    return {
      book,
      title: text(title),
      measures: measures as SweepBook["measures"],
      histogram: { from, to, counts, below, above: lines.total.length - inside.length - below },
    };
  });
  const differences = walked.titles.flatMap(([minus], second) =>
    walked.titles.slice(second + 1).map(([book]): SweepDifference => {
      const less = (name: LineName | "total") => walked.books[book][name].map((value, path) => value - walked.books[minus][name][path]!);
      const lines = Object.fromEntries(([...LINE_NAMES, "total"] as const).map((name) => [name, spread(less(name))]));
      return { book, minus, lines: lines as unknown as SweepDifference["lines"] };
    }),
  );
  const { startCapital, logReturn, swaps, blocks } = walked;
  return { at, startCapital, books, differences, logReturn: spread(logReturn), swaps: spread(swaps), blocks: spread(blocks) };
}

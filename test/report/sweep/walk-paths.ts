import { randomNormal } from "d3-random";
import { stream } from "../../../src/core/random.ts";
import type { BookName } from "../../../src/core/result.ts";
import type { SettingValue, SweepMeasure } from "../../../src/core/sweep-summary.ts";
import { KERNEL_MEASURES } from "../../../src/sweep/kernel/kernel-columns.ts";

/** Every measure of every book, a number a path. */
export interface Walked {
  readonly startCapital: number;
  readonly books: Readonly<Record<BookName, Readonly<Record<SweepMeasure, Float64Array>>>>;
  readonly logReturn: Float64Array;
  readonly swaps: Float64Array;
  readonly blocks: Float64Array;
}

type Lines = Partial<Record<SweepMeasure, number>>;

/** Draws paths and what the books make of them, roughly: the same normal numbers whatever the settings. */
export function walkPaths(settings: Readonly<Record<string, SettingValue>>, paths: number, flat: boolean, scale: number): Walked {
  const number = (key: string, fallback: number): number => (typeof settings[key] === "number" ? settings[key] : fallback);
  const isBand = settings["hedger.policy"] === "band";
  const fee = number("pool.fee", 0.003);
  const volatility = number("market.volatilityPerDay", 0.1);
  const capital = scale * number("pool.value", 6_400_000) * number("pool.lpShare", 0.1);
  const spacing = Math.sqrt(number("hedger.interval", 25) / 25) * (isBand ? 0.6 : 1);
  const random = stream(1, "sweep");
  const normal = randomNormal.source(random)(0, 1);
  const column = (): Float64Array => new Float64Array(paths);
  const lines = () => Object.fromEntries(KERNEL_MEASURES.map((name) => [name, column()])) as Record<SweepMeasure, Float64Array>;
  const books = {
    hold: lines(),
    lp: lines(),
    "hedged-lp": lines(),
    "option-twin": lines(),
    "short-straddle": lines(),
    desk: lines(),
    insurer: lines(),
  };
  const logReturn = column();
  const swaps = column();
  const write = (book: BookName, path: number, { peakMargin = 0, trades = 0, ...rest }: Lines): void => {
    for (const [name, value] of Object.entries(rest)) books[book][name as SweepMeasure][path] = value;
    books[book].total[path] = Object.values(rest).reduce((sum, value) => sum + value, 0);
    books[book].peakMargin[path] = peakMargin;
    books[book].trades[path] = trades;
  };
  for (let path = 0; path < paths; path += 1) {
    const [a, b, c, d] = [normal(), normal(), normal(), normal()].map((value) => (flat ? 0 : value)) as [number, number, number, number];
    const change = volatility * a;
    const variance = volatility * volatility * Math.max(0.3, 1 + 0.15 * b + 0.1 * a * a);
    const bleed = (-capital * variance) / 8;
    const premium = -bleed * (0.15 + (40 * fee) / (1 + 15 * fee));
    const noise = (weight: number): number => capital * volatility * volatility * 0.06 * spacing * (c + weight * d);
    const execution = (-capital * number("market.cost", 0.001) * volatility * 8) / spacing;
    const theta = (capital * 0.81) / 8 / 365;
    logReturn[path] = change;
    swaps[path] = Math.round(800 * variance * 100 * Math.exp(-200 * fee));
    write("hold", path, { exposure: (capital / 2) * (Math.exp(change) - 1) });
    write("lp", path, { exposure: capital * (Math.exp(change / 2) - 1) - bleed, premium, bleed, flow: bleed * 0.01 });
    const hedge = {
      peakMargin: capital * 0.05 * (1 + Math.abs(a) / 4),
      trades: Math.round(isBand ? 60 + 20 * b : 6_500 / (25 * spacing * spacing)),
    };
    write("hedged-lp", path, { exposure: noise(0.3), premium, bleed, flow: bleed * 0.01, execution, ...hedge });
    write("option-twin", path, {
      exposure: noise(-0.3),
      premium: theta,
      bleed: bleed * 1.01,
      execution,
      higherOrder: bleed * 0.002,
      ...hedge,
    });
    write("short-straddle", path, {
      exposure: noise(-0.5),
      premium: theta * 1.2,
      bleed: bleed * (1.4 - 0.5 * Math.min(2, a * a)),
      execution,
      higherOrder: -bleed * 0.01,
      ...hedge,
    });
    write("desk", path, { exposure: noise(-0.4), premium: theta * 0.7, bleed: bleed * 0.6, execution: execution * 0.8, ...hedge });
    const kept = Math.max(-0.1 * capital, capital * (Math.exp(change) - 1));
    const gain = (capital / 2) * (Math.exp(change) - 1);
    write("insurer", path, {
      exposure: gain,
      premium: -theta,
      bleed: -bleed,
      replication: kept - gain + theta + bleed,
      trades: hedge.trades,
    });
  }
  return { startCapital: capital, books, logReturn, swaps, blocks: column().fill(6_597) };
}

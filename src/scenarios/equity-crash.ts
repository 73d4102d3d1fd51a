import { newYorkSession } from "../market/new-york-session.ts";
import { parsePathCsv } from "../market/parse-path-csv.ts";
import type { Session } from "../market/session.ts";
import type { Halt } from "../market/stands-still.ts";
import { readData } from "./read-data.ts";
import type { Scenario } from "./scenario.ts";
import { parseVolatility, type VolatilityColumns } from "./volatility-record.ts";

/** What tells one recorded crash of the S&P 500 from another. */
export interface EquityCrash extends Pick<Scenario, "name" | "title" | "what">, VolatilityColumns {
  /** In `data/`: daily bars, and closes of volatility beside them. */
  readonly file: string;
  /** What the record has beside bars and the index's closes, in words. */
  readonly also?: string;
  /** When the whole market stood still; never, where this is left out. */
  readonly halts?: readonly Halt[];
  readonly more?: readonly string[];
  readonly flaggedBars?: Scenario["flaggedBars"];
}

/**
 * Months of the S&P 500 as the price of a pool that never was: a block every 10 minutes of each session of the New York Stock Exchange, and none while it is closed.
 *
 * @throws InputError for a record with holes
 */
export function equityCrash(crash: EquityCrash): Scenario {
  const { name, title, what, file, index, mayBeEmpty = [] } = crash;
  const text = readData(file);
  const place = `data/${file}`;
  const sessions = sessionsIn(text, place);
  const closing = sessions.map(({ closesAt }) => closesAt);
  const volatility = parseVolatility(text, place, closing, { index, mayBeEmpty });
  const [from, to] = [sessions[0]?.time ?? NaN, closing.at(-1) ?? NaN];
  const days = Math.ceil((to - from) / 86_400);
  return {
    name,
    title,
    what,
    source: `daily record of the S&P 500, with closes of the ${index}${crash.also ?? ""}`,
    resolution: `daily bars of ${sessions.length} sessions`,
    era: "blocks every 10 minutes from 09:30 to 16:00 New York time (earlier where the exchange closed early) and none between sessions, gas at next to nothing",
    thoughtExperiment:
      "There is no pool of the S&P 500: this is what one would have lived through that traded only while the New York Stock Exchange was open.",
    flaggedBars: crash.flaggedBars ?? [],
    calibration: [
      "Pool: 10 million dollars, a round number. Base is a token worth one index point in dollars; dividends and interest do not exist.",
      "Traders: a choice, 0.02 of the pool's value a day of 24 hours, whatever the volatility, with a median trade of 2,000 dollars. Who arrives while the market is closed trades in the block of the open, 24 at most.",
      "Gas: constant, 0.001 to 0.002 gwei of base, so that no trade fails for it; no chain of the time could be asked.",
      `Options are sold at the ${index}'s first close of the record, are marked at its last one, and expire in the end; hedges are set every 6 blocks, which is every hour.`,
      "Path: open, high, low and close are recorded, what lies between is the bridge of the other scenarios, one bar a session. It moves on while trading is halted.",
      ...(crash.halts === undefined
        ? ["Halts: the whole market never stood still in these sessions, so market.circuitBreakers=recorded stops nothing."]
        : []),
      ...(crash.more ?? []),
    ],
    from,
    to,
    market: { kind: "sessions", sessions },
    gas: null,
    defaults: {
      pool: { value: 10_000_000 },
      mempool: {
        blockProcess: "sessions",
        blockSeconds: 600,
        fees: "first-price",
        gasLimit: 30_000_000,
        gasPrices: "constant",
        floorGwei: 0.001,
        bidSpreadGwei: 0.001,
      },
      agents: { turnover: 0.02, surge: 0, usualVolatility: 0.02, traderMedian: 2_000 },
      hedger: { interval: 6, impliedVolatility: (volatility.closes[0] ?? NaN) / 100, expiryDays: days, volatilityMarks: "recorded" },
    },
    recordedPool: null,
    halts: crash.halts ?? [],
    volatility,
  };
}

/** Daily bars as sessions in New York. */
function sessionsIn(text: string, file: string): readonly Session[] {
  const path = parsePathCsv(text, file);
  if (path.kind !== "bars") throw new Error(`${file} holds no bars`);
  return path.series.bars.map((bar) => {
    const { opensAt, closesAt } = newYorkSession(bar.time);
    return { ...bar, time: opensAt, closesAt };
  });
}

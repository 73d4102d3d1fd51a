import { type EquityCrash, equityCrash } from "./equity-crash.ts";
import { newYorkSession } from "../market/new-york-session.ts";
import type { Halt } from "../market/stands-still.ts";
import type { Scenario } from "./scenario.ts";

const openOf = (year: number, month: number, day: number): number => newYorkSession(Date.UTC(year, month - 1, day) / 1000).opensAt;

/** A first-level halt, a quarter of an hour. @param after since the bell, hh:mm:ss */
function haltedFrom(bell: number, after: string): Halt {
  const [hours = NaN, minutes = NaN, seconds = NaN] = after.split(":").map(Number);
  const from = bell + 3_600 * hours + 60 * minutes + seconds;
  return { from, to: from + 900 };
}

const crashes: readonly EquityCrash[] = [
  {
    name: "black-monday-1987",
    title: "Black Monday, 19 October 1987",
    what: "The S&P 500 fell from 282.70 to 224.84 on Monday 19 October 1987, 20.5 % in one session, after 10.1 % in the three before it; the VXO closed at 150.19.",
    file: "black-monday-1987.csv",
    index: "VXO",
    flaggedBars: [
      {
        time: openOf(1987, 10, 19),
        what: "opens at 282.70, Friday's close to the cent and the high of the day",
        treatment:
          "stands: the index is made of last trades, and at the bell few stocks had traded. The fall of the weekend's night is in the session, where the record has it.",
      },
    ],
    more: [
      "Gaps: 33 of 105 opens are the close before to the cent, and all but one lie within 0.1 % of it, since an index of last trades opens where it closed. Overnight gaps of 1987 are therefore far smaller here than they were.",
      "Sessions: the exchange closed at 14:00 from 23 to 30 October, then half an hour later in steps until 11 November. The VXO is that of the S&P 100.",
      "Futures: the December future closed about 10.4 % below the index on 19 October, and on the 20th fell to 22 % below what the index was reported to be (Siegel, Stocks for the Long Run). market.futuresDiscount=0.515, with half of it gone in 24 hours, puts the future 10.4 % below the price at the close of the 19th, in the median of 41 seeds (10.0 to 10.8). It cannot do all days: at the close of the 16th it says 3.3 %, and on the 20th at most 8.0 %, in the median.",
      "An index of last trades stands above its future by more: with hedger.indexStaleness=0.9 beside it, by 14.2 % at the close of the 19th and by up to 12.5 % on the 20th. Both are 0 unless they are set. The insurer is taken to hold futures and cash; one who keeps his shares and sells futures against them comes to the same once the discount has closed.",
    ],
  },
  {
    name: "lehman-2008",
    title: "The crisis of 2008, from Lehman to March 2009",
    what: "The S&P 500 fell from 1,251.70 on the Friday before Lehman Brothers failed to 676.53 on 9 March 2009, 46.0 %; the VIX closed at 80.86 on 20 November.",
    file: "gfc-2008.csv",
    index: "VIX",
    more: [
      "Gaps: on the Monday of Lehman the index opens at 1,250.92, 0.1 % below Friday's close. Opens of this record lag as those of 1987 do, if less: nights make 1.4 % of its variance.",
    ],
  },
  {
    name: "flash-crash-2010",
    title: "The flash crash, 6 May 2010",
    what: "The S&P 500 touched 1,065.79 on the afternoon of 6 May 2010, 8.6 % below the close before, and closed at 1,128.15; the VIX rose from 24.91 to 32.80.",
    file: "flash-crash-2010.csv",
    index: "VIX",
    more: [
      "The fall took minutes and the record is daily: it has the low, not its time. The bridge spreads the day's range over the session, so nothing that happens faster than that is in it.",
      "Gaps: opens of this record lag as those of 1987 do, if less: nights make 3.3 % of its variance.",
    ],
  },
  {
    name: "volmageddon-2018",
    title: "Volmageddon, 5 February 2018",
    what: "The S&P 500 fell by 4.1 % on 5 February 2018 and the VIX rose from 17.31 to 37.32, its future of the month from 15.63 to 33.20: short volatility lost its capital in an afternoon.",
    file: "volmageddon-2018.csv",
    index: "VIX",
    also: " and of its first two futures",
  },
  {
    name: "covid-2020",
    title: "Covid, February and March 2020",
    what: "The S&P 500 fell from 3,386.15 on 19 February to 2,237.40 on 23 March 2020, 33.9 %; the VIX closed at 82.69 on 16 March, when the index opened 7.5 % below its close.",
    file: "covid-2020.csv",
    index: "VIX",
    also: " and of its futures: two, and eight from 14 February to 9 April 2020",
    mayBeEmpty: ["vx3", "vx4", "vx5", "vx6", "vx7", "vx8"],
    halts: [
      haltedFrom(openOf(2020, 3, 9), "00:04:13"),
      haltedFrom(openOf(2020, 3, 12), "00:05:44"),
      // The index opened below the first level; a second later nobody traded.
      { from: openOf(2020, 3, 16), to: haltedFrom(openOf(2020, 3, 16), "00:00:01").to },
      haltedFrom(openOf(2020, 3, 18), "03:26:17"),
    ],
    more: [
      "Halts: four times the S&P 500 was 7 % below the close before and all trading in shares stopped for a quarter of an hour: in New York from 09:34 on 9 March, 09:35 on 12 March, 09:30 on 16 March and 12:56 on 18 March 2020. market.circuitBreakers=recorded stops the reference market then.",
      "The minutes are as Nasdaq gave them in May 2020 (Market-wide circuit breakers did no harm). The seconds, 13, 44, 1 and 17, are those of the exchanges' report (Report of the Market-Wide Circuit Breaker Working Group, 31 March 2021), from memory and not looked up; with a block every 10 minutes nothing hangs on them but the block of 09:50 on 12 March, which stands still. On 16 March the halt is taken to begin with the bell, a second early.",
    ],
  },
  {
    name: "yen-unwind-2024-spx",
    title: "The yen carry trade unwinds, as the S&P 500 saw it, 5 August 2024",
    what: "The S&P 500 opened 3.7 % lower on Monday 5 August 2024 and closed at 5,186.33, 3.0 % down; the VIX rose from 23.39 to 38.57, after 65.73 before the bell.",
    file: "yen-unwind-2024-spx.csv",
    index: "VIX",
  },
];

/** Crashes of the S&P 500 by name, in order of time. Each is read only when asked for. */
export const equityScenarios: ReadonlyMap<string, () => Scenario> = new Map(
  crashes.map((crash) => [crash.name, () => equityCrash(crash)] as const),
);

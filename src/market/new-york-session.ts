const SECONDS_A_DAY = 86_400;
const OPENS = 9.5 * 3_600;
const CLOSES = 16 * 3_600;

/**
 * Days on which the exchange closed before 16:00, and when, of those that recorded sessions touch. In 1987 it did so to get through its paperwork; in other years on
 * the eves of holidays (New York Stock Exchange, special closings).
 */
const EARLY: readonly { readonly from: string; readonly to: string; readonly hour: number }[] = [
  { from: "1987-10-23", to: "1987-10-30", hour: 14 },
  { from: "1987-11-02", to: "1987-11-04", hour: 14.5 },
  { from: "1987-11-05", to: "1987-11-06", hour: 15 },
  { from: "1987-11-09", to: "1987-11-11", hour: 15.5 },
  { from: "2008-11-28", to: "2008-11-28", hour: 13 },
  { from: "2008-12-24", to: "2008-12-24", hour: 13 },
  { from: "2019-12-24", to: "2019-12-24", hour: 13 },
  { from: "2024-07-03", to: "2024-07-03", hour: 13 },
];

/**
 * Opening and closing bell of the New York Stock Exchange on a day of trading since October 1985: 09:30 and 16:00 there, or earlier where it closed early.
 *
 * @param day unix seconds of its midnight, UTC
 * @returns unix seconds
 */
export function newYorkSession(day: number): { readonly opensAt: number; readonly closesAt: number } {
  const midnight = day + (isSummer(day) ? 4 : 5) * 3_600;
  const date = new Date(day * 1000).toISOString().slice(0, 10);
  const early = EARLY.find(({ from, to }) => date >= from && date <= to);
  return { opensAt: midnight + OPENS, closesAt: midnight + (early === undefined ? CLOSES : early.hour * 3_600) };
}

/**
 * Whether New York is on daylight saving time at the hours of trading. It was so from the last Sunday of April (Uniform Time Act of 1966), since 1987 from its first (Public Law
 * 99-359), to the last Sunday of October; since 2007 from the second Sunday of March to the first of November (Energy Policy Act of 2005).
 */
function isSummer(day: number): boolean {
  const year = new Date(day * 1000).getUTCFullYear();
  const begin = year >= 2007 ? sundayFrom(year, 2, 8) : year >= 1987 ? sundayFrom(year, 3, 1) : sundayFrom(year, 3, 24);
  const end = year >= 2007 ? sundayFrom(year, 10, 1) : sundayFrom(year, 9, 25);
  return day >= begin && day < end;
}

/** The first Sunday on or after a date, as unix seconds of its midnight. @param month from 0 */
function sundayFrom(year: number, month: number, date: number): number {
  const from = new Date(Date.UTC(year, month, date));
  return from.getTime() / 1000 + ((7 - from.getUTCDay()) % 7) * SECONDS_A_DAY;
}

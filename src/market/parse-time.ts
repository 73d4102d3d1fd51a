/** How a column writes its times; one file keeps to one way. */
export type TimeFormat = "unix seconds" | "date" | "date and time" | "date and time with zone";

/** What a time may look like, in words. */
export const TIME_ALLOWED = "unix seconds, or an ISO 8601 date or date and time (UTC unless it names a zone), the same way in every row";

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** The year 5138; what is above it is milliseconds. */
const MAX_UNIX = 100_000_000_000;

/**
 * A time as unix seconds, fractions of a second cut off, and how it was written; null if it is no time.
 *
 * @param text such as `1584000000`, `2020-03-12`, `2020-03-12 10:40`, `2020-03-12T10:40:00Z`
 */
export function parseTime(text: string): { readonly seconds: number; readonly format: TimeFormat } | null {
  if (/^\d+(\.0*)?$/.test(text)) {
    const seconds = Number(text);
    return seconds < MAX_UNIX ? { seconds, format: "unix seconds" } : null;
  }
  const match = ISO.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return null;
  const zone = match[7];
  const offset =
    zone === undefined || zone === "Z" ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 3_600 + Number(zone.slice(-2)) * 60);
  return {
    seconds: midnight / 1000 + hour * 3_600 + minute * 60 + second - offset,
    format: zone !== undefined ? "date and time with zone" : match[4] !== undefined ? "date and time" : "date",
  };
}

import { SECONDS_A_YEAR } from "../core/seconds-a-year.ts";

const DAYS_A_YEAR = 365;

/**
 * Years left to an expiry; negative past it.
 *
 * @param expiryDays days to expiry at the start
 * @param seconds since the start
 */
export function yearsToExpiry(expiryDays: number, seconds: number): number {
  return expiryDays / DAYS_A_YEAR - seconds / SECONDS_A_YEAR;
}

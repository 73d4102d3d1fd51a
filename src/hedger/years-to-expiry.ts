const DAYS_A_YEAR = 365;
const SECONDS_A_YEAR = 86_400 * DAYS_A_YEAR;

/**
 * Years left to an expiry; negative past it.
 *
 * @param expiryDays days to expiry at the start
 * @param seconds since the start
 */
export function yearsToExpiry(expiryDays: number, seconds: number): number {
  return expiryDays / DAYS_A_YEAR - seconds / SECONDS_A_YEAR;
}

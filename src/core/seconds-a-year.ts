/** Of 365 days, as all years here are. */
export const SECONDS_A_YEAR = 365 * 86_400;

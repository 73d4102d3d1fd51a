/** The last hour, softly: squared returns lose half their weight in this time (seconds). */
const HALF_LIFE = 1_800;
const SECONDS_A_DAY = 86_400;

/** Follows the volatility of the recent past over the usual one, as an exponentially weighted variance; starts at 1. */
export function recentVolatility(usualPerDay: number): { observe(from: number, to: number, seconds: number): void; ratio(): number } {
  const usual = (usualPerDay * usualPerDay) / SECONDS_A_DAY;
  let variance = usual;
  return {
    observe(from, to, seconds) {
      const move = Math.log(to / from);
      const kept = Math.exp((-Math.LN2 * seconds) / HALF_LIFE);
      variance = kept * variance + ((1 - kept) * move * move) / seconds;
    },
    ratio: () => Math.sqrt(variance / usual),
  };
}

const HOUR = 3_600;
const steps = [300, 600, 900, 1_800, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 168 * HOUR];

/** Rows of a time column for a table of at most 28 rows: the first, the last known at each whole step of time (UTC) between, and the last. */
export function pickRows(time: readonly number[]): number[] {
  const from = time[0];
  const to = time.at(-1);
  if (from === undefined || to === undefined) return [];
  const step = steps.find((each) => (to - from) / each <= 26) ?? Math.ceil((to - from) / 26);
  const rows = [0];
  let row = 0;
  for (let at = Math.floor(from / step) * step + step; at < to; at += step) {
    while ((time[row + 1] ?? Number.POSITIVE_INFINITY) <= at) row += 1;
    if (row !== rows.at(-1)) rows.push(row);
  }
  if (rows.at(-1) !== time.length - 1) rows.push(time.length - 1);
  return rows;
}

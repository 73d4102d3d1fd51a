/** Unix seconds as ISO 8601 in UTC, to the second: `2020-03-12T10:40:00Z`. Throws a RangeError outside the years that a Date knows. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Unix seconds for reading, in UTC, to the minute: `2020-03-12 10:40`. */
export function readableTime(seconds: number): string {
  return isoTime(seconds).slice(0, 16).replace("T", " ");
}

/** A span for reading, of its two largest units: `23 h 50 min`. */
export function readableSpan(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1_440), "d"],
    [Math.floor(minutes / 60) % 24, "h"],
    [minutes % 60, "min"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return `${Math.round(seconds)} s`;
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

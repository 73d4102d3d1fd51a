/** Unix seconds as ISO 8601 in UTC, to the second: `2020-03-12T10:40:00Z`. Throws a RangeError outside the years that a Date knows. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** Unix seconds for reading, in UTC, to the minute: `2020-03-12 10:40`. */
export function readableTime(seconds: number): string {
  return isoTime(seconds).slice(0, 16).replace("T", " ");
}

/** A span for reading, of its two largest units: `23 h 50 min`; days from the third on. */
export function readableSpan(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts: readonly (readonly [count: number, unit: string])[] =
    hours < 48
      ? [
          [hours, "h"],
          [minutes % 60, "min"],
        ]
      : [
          [Math.floor(hours / 24), "d"],
          [hours % 24, "h"],
        ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

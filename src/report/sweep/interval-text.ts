import type { Interval } from "../../core/result.ts";
import { figureText } from "./figure-text.ts";

/** Two ends of an interval, `−0.65 to −0.57`; of a single path there is none. */
export function intervalText(interval: Interval | null | undefined, digits: number, plus: "+" | "" = ""): string {
  if (interval === null || interval === undefined) return "no interval";
  return `${figureText(interval[0], digits, plus)} to ${figureText(interval[1], digits, plus)}`;
}

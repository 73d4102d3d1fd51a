import type { CrashResult } from "../core/result.ts";
import { cleanText } from "./clean-text.ts";
import { decimal, signedPercent } from "./number-format.ts";
import { readableSpan, readableTime } from "./time-format.ts";

/** The crash in one line: what, from where to where, and how deep at worst. */
export function crashLine(result: CrashResult): string {
  const { scenario, crash } = result;
  const digits = crash.startPrice >= 10_000 ? 0 : crash.startPrice >= 10 ? 2 : 4;
  const [start, end, low] = [crash.startPrice, crash.endPrice, crash.lowPrice].map((price) => decimal(price, digits));
  const way = `${start} to ${end} (${signedPercent(crash.return, 1)})`;
  return `${cleanText(scenario.title)}: ${way}, low ${low} at ${readableTime(crash.lowTime)} UTC`;
}

/** How long it lasted and how wild it was, in one line. */
export function crashSize(result: CrashResult): string {
  const { crash } = result;
  const span = `${decimal(crash.blocks)} blocks in ${readableSpan(crash.seconds)}`;
  return `${span}, ${decimal(crash.volatilityPerDay * 100, 1)} % volatility a day, seed ${result.seed}`;
}

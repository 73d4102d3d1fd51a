import type { Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";

/** Do those who trade because the price moved feed the move? Nothing is said where nobody moves the market. */
export function whoFeedsTheCrash({ loop }: Unread): readonly Finding[] {
  if (loop === null || loop.gain === null) return [];
  const { sentence, gain: value, interval } = loop;
  return [{ id: "who-feeds-the-crash", sentence, field: "loop.gain", value, interval, basis: "95 %, regression at a lag of one block" }];
}

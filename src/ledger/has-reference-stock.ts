import type { Sender } from "../core/words.ts";

/** Who holds stock at the reference market, and closes there at once what it trades on chain. */
export function hasReferenceStock(sender: Sender): boolean {
  return sender === "arbitrageur" || sender === "back-runner";
}

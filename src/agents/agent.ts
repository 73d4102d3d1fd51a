import type { Random } from "../core/random.ts";
import type { Sender } from "../core/words.ts";
import type { Order, View } from "./view.ts";

/** A participant on chain: from what it sees and its own stream of chance to what it wants done. */
export interface Agent {
  readonly sender: Sender;
  readonly decide: (view: View, random: Random) => readonly Order[];
}

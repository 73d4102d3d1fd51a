import { valueAt, valueNumber } from "../../core/units.ts";
import type { PriceE8 } from "../../core/words.ts";
import { extractionOf } from "./extraction-of.ts";
import type { Extraction, Victim } from "./extraction.ts";
import type { Sandwich } from "./find-sandwiches.ts";
import { replayWithout } from "./replay-without.ts";

/**
 * A sandwich with what it took from whom: its victims are all successful swaps of other accounts between its first leg and its last in the
 * direction of the first, each with what it received less than in the same block without the legs.
 */
export function sandwichExtraction({ legs, window }: Sandwich, price: PriceE8): Extraction {
  const front = legs[0]!;
  const asset = front.swap.side === "sell" ? "quote" : "base";
  const { rest, poolGain } = replayWithout(window, legs);
  const victims: Victim[] = [];
  let windfall = 0n;
  for (const { deed, swap, lost } of rest) {
    const received = swap.side === "sell" ? "quote" : "base";
    const value = received === "quote" ? valueAt(0n, lost, price) : valueAt(lost, 0n, price);
    if (received === asset && deed.account !== front.deed.account) {
      victims.push({ index: deed.index, account: deed.account, asset, lost, lostValue: valueNumber(value) });
    } else windfall -= value;
  }
  return extractionOf(
    "sandwich",
    "observed",
    legs.map(({ deed }) => deed),
    { victims, windfall, poolGain: valueAt(poolGain.base, poolGain.quote, price) },
    price,
  );
}

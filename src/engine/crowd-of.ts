import type { HedgerSettings } from "../hedger/settings.ts";
import type { MarketSettings } from "../market/settings.ts";

/**
 * How many hedge as the book does whose hedge moves the market: as many as `hedger.crowd` says, or as have together the share of the market that
 * `hedger.crowdShare` says.
 *
 * @param capital of one of them at the start, in quote, positive
 */
export function crowdOf(
  { crowd, crowdShare }: Pick<HedgerSettings, "crowd" | "crowdShare">,
  { depth }: Pick<MarketSettings, "depth">,
  capital: number,
): number {
  return crowdShare === 0 ? crowd : (crowdShare * depth) / capital;
}

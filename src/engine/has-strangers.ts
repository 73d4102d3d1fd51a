import { SIDE_PAIR } from "../core/account-names.ts";
import type { PoolState } from "../core/words.ts";
import type { Simulation } from "./simulation.ts";

/**
 * Whether visitors have left something where no model looks for it: a pair that holds more than its reserves, liquidity tokens that were sent to it, or
 * a debt or bid of somebody who is no account of the run.
 */
export function hasStrangers({ accounts, pool, sidePool, lending }: Simulation): boolean {
  const isDonated = (pair: string, { base, quote }: PoolState): boolean =>
    accounts.balance(pair, "chain", "base") !== base || accounts.balance(pair, "chain", "quote") !== quote;
  if (isDonated("pair", pool) || accounts.balance("pair", "chain", "liquidity") !== 0n) return true;
  if (sidePool !== null && isDonated(SIDE_PAIR, sidePool)) return true;
  if (lending === null) return false;
  const auctions = [...lending.state.auctions.values()];
  const names = [...lending.state.positions.keys(), ...auctions.flatMap(({ borrower, winner }) => [borrower, winner ?? borrower])];
  return names.some((name) => name.startsWith("0x"));
}

import type { Amounts } from "../../../../../amm/uniswap-v2.ts";
import { excessOf } from "../excess-of.ts";
import type { OperationRecord } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

const ROUND_TRIPS = {
  "round-trip": "a swap there and back",
  "deposit-and-withdrawal": "a deposit that is taken back at once",
  "uneven-deposit-and-withdrawal": "an uneven deposit that is taken back at once",
} as const;

/**
 * Nobody gains by a swap and its way back, nor by a deposit that is taken back: what the wallet has more, liquidity that the pair did not take back among it, is worth nothing, at the pool's
 * price before it and in units of quote rounded up, but for what lay in the pair above its reserves, which is anybody's. On a constant product every way from one state to another with no
 * smaller product per share costs something, since the value of reserves at the price of a state is least in that state.
 */
export function gainRule({ operation: { kind, who }, steps }: OperationRecord): Finding | null {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || !isRoundTrip(kind)) return null;
  const { before } = first;
  const { after } = last;
  const { reserves } = before;
  if (reserves.base === 0n) return null;
  const value = ({ base, quote }: Amounts): bigint => base * reserves.quote + quote * reserves.base;
  const shares = after.liquidity[who] - before.liquidity[who];
  const inShares = after.supply === 0n ? 0n : (shares * value(after.reserves)) / after.supply;
  const gained = value(after.wallets[who]) - value(before.wallets[who]) + inShares;
  const free = value(excessOf(before));
  if (gained <= free) return null;
  const inQuote = (worth: bigint): bigint => (worth + reserves.base - 1n) / reserves.base;
  const [measured, allowed] = [inQuote(gained), inQuote(free)];
  return { measured, allowed, text: `${ROUND_TRIPS[kind]} brings ${measured} units of quote, where ${allowed} lay there for anybody` };
}

function isRoundTrip(kind: string): kind is keyof typeof ROUND_TRIPS {
  return Object.hasOwn(ROUND_TRIPS, kind);
}

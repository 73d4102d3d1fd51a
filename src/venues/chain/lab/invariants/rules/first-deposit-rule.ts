import type { OperationRecord } from "../pool-step.ts";
import { victimOf } from "../victim-of.ts";
import type { Finding } from "./finding.ts";

const MILLION = 1_000_000n;

/**
 * Who deposits after a hostile first deposit, and takes everything back, loses no more than a stated share of it, at the pool's price before the deposit; a unit of each token is not counted.
 * A pair that locks 1000 units of liquidity (Uniswap V2 whitepaper section 3.4) rounds away at most a two-thousandth of a deposit that is not smaller than the donation before it.
 *
 * @param victimLoss as a share
 */
export function firstDepositRule({ operation: { kind, who }, steps }: OperationRecord, victimLoss: number): Finding | null {
  if (kind !== "hostile-first-deposit") return null;
  const victim = victimOf(who);
  const theirs = steps.filter((step) => step.who === victim);
  const [deposit, last] = [theirs[0], theirs.at(-1)];
  if (deposit === undefined || last === undefined || !deposit.succeeded) return null;
  const { reserves, wallets } = deposit.before;
  const value = (base: bigint, quote: bigint): bigint => base * reserves.quote + quote * reserves.base;
  const [had, put, has] = [wallets[victim], deposit.after.wallets[victim], last.after.wallets[victim]];
  const deposited = value(had.base - put.base, had.quote - put.quote);
  const lost = value(had.base - has.base, had.quote - has.quote) - value(1n, 1n);
  const limit = BigInt(Math.round(victimLoss * 1e6));
  if (lost * MILLION <= deposited * limit) return null;
  const measured = (lost * MILLION) / deposited;
  return {
    measured,
    allowed: limit,
    text: `who deposits after a first deposit of dust and a donation gets back ${measured} parts of 10^6 less than it put in, where ${limit} are allowed`,
  };
}

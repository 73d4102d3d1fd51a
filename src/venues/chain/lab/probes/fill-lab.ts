import { InputError } from "../../../../core/errors.ts";
import type { PoolLab } from "../pool-lab.ts";
import { refused } from "./refused.ts";

/**
 * The first deposit of a laboratory, of alice's.
 *
 * @param base in smallest units, as `quote`
 * @throws InputError `POOL_REFUSES` where it reverts, `POOL_EMPTY` where nothing is to be deposited or the pool says afterwards that it holds nothing, and `POOL_ORDER` where it says its reserves in
 *   another order than its tokens
 */
export async function fillLab(lab: PoolLab, base: bigint, quote: bigint): Promise<void> {
  if (base <= 0n || quote <= 0n)
    throw new InputError("POOL_EMPTY", "a pool is probed with liquidity in it", {
      value: `${base} of base and ${quote} of quote, in smallest units`,
      allowed: "more than nothing of both",
    });
  const { success, reason } = await lab.do(lab.addCall("alice", base, quote));
  if (!success) throw refused("its first deposit", reason);
  await checkFilled(lab);
}

/**
 * Whether the pool holds something, and says what it holds as what it is.
 *
 * @throws InputError `POOL_EMPTY` and `POOL_ORDER`
 */
export async function checkFilled(lab: PoolLab): Promise<void> {
  const { base, quote, supply } = await lab.state();
  if (base === 0n || quote === 0n || supply === 0n)
    throw new InputError("POOL_EMPTY", "the pool says that it holds nothing", {
      value: `reserves of ${base} and ${quote}, liquidity of ${supply}`,
      allowed: "a pool with liquidity in it",
    });
  const [ownBase, ownQuote] = [await lab.balance("pair", "base"), await lab.balance("pair", "quote")];
  if (base <= ownBase && quote <= ownQuote) return;
  if (base <= ownQuote && quote <= ownBase)
    throw new InputError("POOL_ORDER", "the pool says its reserves in another order than its tokens", {
      value: `reserves of ${base} and ${quote}, balances of ${ownBase} and ${ownQuote}`,
      allowed: "getReserves() that answers with the reserve of token0() first",
    });
  throw new InputError("POOL_RESERVES", "the pool says that it holds more than it does", {
    value: `reserves of ${base} and ${quote}, balances of ${ownBase} and ${ownQuote}`,
    allowed: "reserves that are covered by balances",
  });
}

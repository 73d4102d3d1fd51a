import { isqrt } from "../../../../../amm/integer-square-root.ts";
import type { PoolObservation } from "../observe-pool.ts";
import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

const UNIT = 10n ** 18n;

/** The root of the product of the reserves for each unit of liquidity never falls: fees make it grow, and every rounding is for those who stay (Uniswap V2 whitepaper sections 2.4 and 3.4). */
export function shareRule({ before, after }: PoolStep): Finding | null {
  if (before.supply === 0n || after.supply === 0n) return null;
  const isKept = product(after) * before.supply * before.supply >= product(before) * after.supply * after.supply;
  if (isKept) return null;
  const [measured, allowed] = [rootPerShare(after), rootPerShare(before)];
  return {
    measured,
    allowed,
    text: `the root of the product fell from ${allowed} to ${measured} for each 10^18 units of liquidity`,
  };
}

function product({ reserves }: PoolObservation): bigint {
  return reserves.base * reserves.quote;
}

function rootPerShare(state: PoolObservation): bigint {
  return isqrt(product(state) * UNIT * UNIT) / state.supply;
}

import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import { isEmpty } from "./is-empty.ts";
import type { PoolObservation } from "./observe-pool.ts";
import type { PoolOperation } from "./pool-operation.ts";

const BILLION = 1_000_000_000n;

/** Amounts of an operation in smallest units; of tokens at least 1, and no more than the wallet holds. */
export interface Size extends Amounts {
  /** Of what the wallet has; all of it from half of it on. */
  readonly liquidity: bigint;
}

/** What an operation's parts come to. */
export function sizesOf(now: PoolObservation, { who, parts, quoteParts, kind }: PoolOperation): Size {
  const purse = now.wallets[who];
  const isSingle = kind.endsWith("swap") || kind === "round-trip" || kind === "donation";
  const of = (token: keyof Amounts, count: bigint): bigint => {
    const sized = isEmpty(now) ? (purse[token] * count) / (BILLION * 1000n) : (now.reserves[token] * count) / BILLION;
    const amount = sized > 0n ? sized : 1n;
    return amount < purse[token] ? amount : purse[token];
  };
  const liquidity = now.liquidity[who];
  return {
    base: of("base", BigInt(parts)),
    quote: of("quote", BigInt(isSingle ? parts : quoteParts)),
    liquidity: 2n * BigInt(parts) >= BILLION ? liquidity : (liquidity * BigInt(parts)) / BILLION,
  };
}

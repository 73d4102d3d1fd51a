import type { Order, View } from "../../src/agents/view.ts";
import { firstLiquidity, minimumLiquidity } from "../../src/amm/uniswap-v2.ts";
import { toBase, toPrice, toQuote } from "../../src/core/units.ts";
import type { Action, Asset, Bid, Place, PoolState, Tx } from "../../src/core/words.ts";
import { scheduledGas } from "../../src/mempool/gas-schedule.ts";

export const GWEI = 10n ** 9n;
export const NOW = 1_584_000_000;

/** Holdings by `account/place/asset`, in smallest units; what is not named is zero. */
export type Holdings = Readonly<Record<string, bigint>>;

/** What a fixture changes: a view's fields, with prices and holdings as plain data. */
export interface Scene extends Partial<Omit<View, "price" | "inTransit">> {
  /** Reference price now; earlier ones follow it. */
  readonly prices?: readonly number[];
  readonly holdings?: Holdings;
  /** What is under way, as `account/asset`. */
  readonly transit?: readonly string[];
}

/** A pool of so many tokens of each. */
export function poolOf(base: number, quote: number): PoolState {
  const [x, y] = [toBase(base), toQuote(quote)];
  return { base: x, quote: y, supply: firstLiquidity(x, y) + minimumLiquidity };
}

/** A price a unit of gas, paid exactly. */
export function bidOf(price: bigint): Bid {
  return { maxFeePerGas: price, maxPriorityFeePerGas: price, expected: price };
}

/** A moment as an agent sees it: 1,000 ETH and 200,000 USDC in the pool, reference at its price, gas from 10 to 20 gwei. */
export function sceneView({ prices = [200], holdings = {}, transit = [], ...fields }: Scene = {}): View {
  return {
    block: 100,
    time: NOW,
    seconds: 13,
    price: (latency) => toPrice(prices[Math.min(latency, prices.length - 1)] ?? 200),
    pool: poolOf(1_000, 200_000),
    pending: [],
    bid: (quantile) => bidOf(10n * GWEI + BigInt(Math.round(quantile * 1e10))),
    raise: (tx, bid) => {
      const least = (tx.maxFeePerGas * 11n + 9n) / 10n;
      return bidOf(least > bid.maxFeePerGas ? least : bid.maxFeePerGas);
    },
    sidePool: null,
    lending: null,
    baseFee: 0n,
    takesBundles: false,
    isByPrice: true,
    floor: 0n,
    scheduledGas: (action) => scheduledGas(action, true),
    balance: (account: string, place: Place, asset: Asset) => holdings[`${account}/${place}/${asset}`] ?? 0n,
    inTransit: (account, asset) => transit.includes(`${account}/${asset}`),
    volatilityRatio: 1,
    ...fields,
  };
}

/** A transaction that waits, offered at block 90 and priced then, unless said otherwise. */
export function waitingWith(action: Action, fields: Partial<Tx> = {}): Tx {
  const fees = { maxFeePerGas: 12n * GWEI, maxPriorityFeePerGas: 12n * GWEI };
  return { id: 7, from: "trader-1", sender: "trader", nonce: 3, action, ...fees, submitted: 90, priced: 90, ...fields };
}

/** The orders of one type. */
export function ordersOf<T extends Order["type"]>(orders: readonly Order[], type: T): readonly Extract<Order, { type: T }>[] {
  return orders.filter((order): order is Extract<Order, { type: T }> => order.type === type);
}

import { firstLiquidity, minimumLiquidity } from "../../src/amm/uniswap-v2.ts";
import { toBase, toPrice, toQuote } from "../../src/core/units.ts";
import type { AccountId, Asset, Bid, Place, PoolState, Tx } from "../../src/core/words.ts";
import type { Order, View } from "../../src/agents/view.ts";
import { scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { replacementFee } from "../../src/core/replacement-fee.ts";

const GWEI = 10n ** 9n;

/** What a participant is shown; what is absent is a quiet moment on a pool of 1,000 base and 200,000 quote at 200. */
export interface Shown {
  readonly block?: number;
  readonly time?: number;
  readonly seconds?: number;
  /** Reference prices, the present one last. */
  readonly prices?: readonly number[];
  readonly pool?: PoolState;
  readonly pending?: readonly Tx[];
  readonly gwei?: number;
  readonly balance?: (account: AccountId, place: Place, asset: Asset) => bigint;
  readonly inTransit?: boolean;
  readonly volatilityRatio?: number;
}

/** A pool of these reserves, in tokens. */
export function poolOf(base: number, quote: number): PoolState {
  const [x, y] = [toBase(base), toQuote(quote)];
  return { base: x, quote: y, supply: firstLiquidity(x, y) + minimumLiquidity };
}

export const pool = poolOf(1_000, 200_000);

export function viewOf(shown: Shown = {}): View {
  const { block = 100, time = 1_584_000_000, seconds = 13, prices = [200], gwei = 0, inTransit = false, volatilityRatio = 1 } = shown;
  const bidAt = (price: bigint): Bid => ({ maxFeePerGas: price, maxPriorityFeePerGas: price, expected: price });
  return {
    block,
    time,
    seconds,
    price: (latency) => toPrice(prices.at(-1 - latency) ?? prices[0] ?? NaN),
    pool: shown.pool ?? pool,
    pending: shown.pending ?? [],
    // Half as much again for the highest quantile as for the lowest.
    bid: (quantile) => bidAt((BigInt(gwei) * GWEI * BigInt(Math.round(1_000 + 500 * quantile))) / 1_000n),
    raise: (tx, bid) => {
      const least = replacementFee(tx.maxFeePerGas);
      return bidAt(bid.maxFeePerGas > least ? bid.maxFeePerGas : least);
    },
    sidePool: null,
    lending: null,
    baseFee: 0n,
    takesBundles: false,
    isByPrice: true,
    floor: 0n,
    scheduledGas: (action) => scheduledGas(action, true),
    balance: shown.balance ?? (() => 10n ** 30n),
    inTransit: () => inTransit,
    volatilityRatio,
  };
}

/** What is sent, replaced or asked for, by type. */
export function only<T extends Order["type"]>(orders: readonly Order[], type: T): readonly Extract<Order, { type: T }>[] {
  return orders.filter((order): order is Extract<Order, { type: T }> => order.type === type);
}

/** A transaction of an account that has waited. */
export function waitingTx(from: AccountId, action: Tx["action"], priced: number, sender: Tx["sender"] = "trader"): Tx {
  return { id: 1, from, sender, nonce: 0, action, maxFeePerGas: 10n * GWEI, maxPriorityFeePerGas: 10n * GWEI, submitted: priced, priced };
}

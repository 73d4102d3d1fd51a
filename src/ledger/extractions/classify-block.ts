import { valueAt } from "../../core/units.ts";
import type { AccountId, PriceE8, Value } from "../../core/words.ts";
import type { Deed, DeedSwap } from "./deed.ts";
import { extractionOf } from "./extraction-of.ts";
import type { Extraction } from "./extraction.ts";
import { findSandwiches } from "./find-sandwiches.ts";
import { type Earlier, inferredKind } from "./inferred-kind.ts";
import { observedKind } from "./observed-kind.ts";
import { poolSwaps, type PoolSwap } from "./pool-swaps.ts";
import { sandwichExtraction } from "./sandwich-extraction.ts";

/**
 * The extractions of a block by what happened on chain, whatever their senders call themselves, in the order of their first transactions. A
 * transaction belongs to at most one, to the first that fits: sandwich, liquidation, arbitrage between pools, back-run, arbitrage against the
 * reference market. The rules and their limits stand in `find-sandwiches.ts`, `observed-kind.ts` and `inferred-kind.ts`.
 *
 * @param deeds mined transactions of the block in its order, at least all that swapped or liquidated
 * @param price reference price of the block
 */
export function classifyBlock(deeds: readonly Deed[], price: PriceE8): readonly Extraction[] {
  const found: Extraction[] = [];
  const legs = new Set<Deed>();
  for (const swaps of poolSwaps(deeds).values()) {
    for (const sandwich of findSandwiches(swaps)) {
      found.push(sandwichExtraction(sandwich, price));
      for (const { deed } of sandwich.legs) legs.add(deed);
    }
  }
  const pools = new BlockSoFar();
  for (const deed of deeds) {
    if (!deed.success) continue;
    if (!legs.has(deed)) found.push(...byItself(deed, pools, price));
    pools.note(deed);
  }
  return found.sort((a, b) => a.transactions[0]! - b.transactions[0]!);
}

/** What a transaction that is no part of a sandwich extracts: one thing or nothing. */
function byItself(deed: Deed, pools: BlockSoFar, price: PriceE8): readonly Extraction[] {
  const poolGain = deed.swaps.reduce((sum, each) => sum + poolGainOf(each, price), 0n);
  const payers = { victims: [], poolGain, windfall: 0n };
  const observed = observedKind(deed);
  if (observed !== null) return [extractionOf(observed, "observed", [deed], payers, price)];
  const [swap, second] = deed.swaps;
  const isSingle = swap !== undefined && second === undefined;
  const inferred = isSingle ? inferredKind(deed, swap, pools.before(swap.pool, deed.account), price) : null;
  for (const each of deed.swaps) pools.settle(each.pool, deed.account, -poolGainOf(each, price));
  return inferred === null ? [] : [extractionOf(inferred, "inferred", [deed], payers, price)];
}

/** What a swap changed its pool's value by. */
function poolGainOf({ before, after }: DeedSwap, price: PriceE8): Value {
  return valueAt(after.base - before.base, after.quote - before.quote, price);
}

/** Each pool's last swap, and what accounts lost there so far. */
class BlockSoFar {
  readonly #last = new Map<string, PoolSwap>();
  readonly #lost = new Map<string, Map<AccountId, Value>>();

  before(pool: string, account: AccountId): Earlier {
    return { last: this.#last.get(pool), lost: this.#lost.get(pool)?.get(account) ?? 0n };
  }

  settle(pool: string, account: AccountId, gain: Value): void {
    let accounts = this.#lost.get(pool);
    if (accounts === undefined) this.#lost.set(pool, (accounts = new Map<AccountId, Value>()));
    const left = (accounts.get(account) ?? 0n) + gain;
    accounts.set(account, left < 0n ? left : 0n);
  }

  note(deed: Deed): void {
    for (const swap of deed.swaps) this.#last.set(swap.pool, { deed, swap });
  }
}

import type { Searcher } from "../agents/searcher.ts";
import type { SeenLending, View } from "../agents/view.ts";
import type { PoolState, Tx } from "../core/words.ts";
import { type LendingBook, oraclePrice } from "../ledger/lending-entries.ts";
import { scheduledGas } from "../mempool/gas-schedule.ts";
import type { Moment } from "./moment.ts";
import { type Simulation, transitOf } from "./simulation.ts";
import type { World } from "./world.ts";

/**
 * What a participant sees. To the public the mempool is as it stood before anybody decided in this block; a searcher sees what has been sent since,
 * or where it is slow, all as it was so many blocks ago.
 */
export function viewOf(world: World, sim: Simulation, moment: Moment, volatilityRatio: number, searcher: Searcher | null): View {
  const { fees, accounts } = sim;
  const age = searcher?.latency ?? 0;
  const seen = sim.poolsBefore[Math.min(age, sim.poolsBefore.length - 1)] ?? { main: sim.pool, side: sim.sidePool };
  return {
    block: moment.block,
    time: moment.time,
    seconds: moment.seconds,
    price: (latency) => sim.reference.prices[Math.max(0, moment.block - age - latency)] ?? moment.priceAfter,
    pool: seen.main,
    sidePool: seen.side,
    lending: sim.lending === null ? null : seenLending(sim.lending, sim.pool),
    pending: sim.mempool.pending.filter((tx) => isSeen(tx, moment.block, searcher)),
    takesBundles: world.ordering.takesBundles,
    isByPrice: world.ordering.isByPrice,
    floor: fees.floor(moment.time - moment.seconds),
    baseFee: fees.baseFee,
    bid: (quantile) => fees.bid(moment.time, quantile),
    raise: (tx, bid) => fees.raise(tx, bid),
    scheduledGas: (action) => scheduledGas(action, true),
    balance: (account, place, asset) => accounts.balance(account, place, asset),
    inTransit: (account, asset) => accounts.balance(transitOf(account), "reference", asset) !== 0n,
    volatilityRatio,
  };
}

function seenLending(book: LendingBook, pool: PoolState): SeenLending {
  const { terms, oracle } = book.genesis;
  return { state: book.state, terms, oracle, price: oraclePrice(book, pool) };
}

/** One's own at once, others' when they are public and old enough. */
function isSeen(tx: Tx, block: number, searcher: Searcher | null): boolean {
  if (searcher === null) return true;
  return tx.from === searcher.account || (tx.isPrivate !== true && block - tx.priced >= searcher.latency);
}

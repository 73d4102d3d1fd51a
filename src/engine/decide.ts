import type { Order } from "../agents/view.ts";
import type { Quote } from "../amm/search-arbitrage.ts";
import type { AccountId, BlockEnv, Sender, Tx } from "../core/words.ts";
import { hasReferenceStock } from "../ledger/has-reference-stock.ts";
import { nonceFor, submit } from "../mempool/mempool.ts";
import type { Moment } from "./moment.ts";
import type { Participant } from "./participants.ts";
import type { Simulation } from "./simulation.ts";
import { requestToChain } from "./transfers.ts";
import { viewOf } from "./view-of.ts";
import type { World } from "./world.ts";

/**
 * Lets everybody decide on what they can see, and then carries out what they want: into the mempool, to the builder, or to the settlement desk. The
 * public decides first, none seeing what another does; then visitors have their time; then searchers act on what was sent, in rounds, since they
 * answer each other's bids.
 *
 * @param quote of the pool as last mined, for those who have no model of it
 */
export async function decideAll(
  world: World,
  sim: Simulation,
  participants: readonly Participant[],
  moment: Moment,
  env: BlockEnv,
  quote: Quote,
): Promise<void> {
  // Nobody deals with a market that stands still.
  const present = moment.isHalted ? participants.filter(({ agent }) => !hasReferenceStock(agent.sender)) : participants;
  const isSearcher = ({ searcher }: Participant): boolean => searcher !== null;
  const round = async (who: readonly Participant[]): Promise<number> => {
    const wanted: { readonly sender: Sender; readonly orders: readonly Order[] }[] = [];
    for (const { agent, searcher, random } of who) {
      const view = viewOf(world, sim, moment, moment.volatility, searcher);
      const orders = "decide" in agent ? agent.decide(view, random) : await agent.decideByQuotes(view, random, quote);
      wanted.push({ sender: agent.sender, orders });
    }
    for (const { sender, orders } of wanted) for (const order of orders) carryOut(world, sim, moment, sender, order);
    return wanted.reduce((count, { orders }) => count + orders.length, 0);
  };
  sim.bundles = [];
  await round(present.filter((each) => !isSearcher(each)));
  await admitVisitors(world, sim, moment, env);
  const searchers = rotated(present.filter(isSearcher), moment.block);
  if (searchers.length === 0) return;
  for (let left = roundsOf(world); left > 0 && (await round(searchers)) > 0;) left -= 1;
}

/** Of two who offer the same the earlier is taken, so nobody is always the first to speak. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

async function admitVisitors({ visitors }: World, sim: Simulation, moment: Moment, env: BlockEnv): Promise<void> {
  if (visitors === undefined) return;
  const { mempool, nextTxId, nextBundleId } = sim;
  const bid = sim.fees.bid(moment.time, 0.5);
  const offered = await visitors.interval({ env, seconds: moment.seconds, price: moment.priceAfter, mempool, bid, nextTxId, nextBundleId });
  sim.counts.note("visitor", "submitted", offered.submitted - offered.replaced);
  sim.counts.note("visitor", "replaced", offered.replaced);
  sim.mempool = offered.mempool;
  sim.bundles = offered.bundles;
  sim.nextTxId = offered.nextTxId;
  sim.nextBundleId = offered.nextBundleId;
}

/** In a sealed-bid auction nobody sees what to answer. */
function roundsOf({ ordering, settings }: World): number {
  return ordering.takesBundles ? 1 : settings.mempool.rounds;
}

function carryOut(world: World, sim: Simulation, moment: Moment, sender: Sender, order: Order): void {
  switch (order.type) {
    case "send":
      sim.counts.note(sender, "submitted");
      return enter(sim, {
        ...draft(sim, moment, sender, order.from),
        action: order.action,
        ...feesOf(order.bid),
        ...(order.isPrivate === true ? { isPrivate: true } : {}),
      });
    case "bundle":
      return offer(sim, moment, sender, order);
    case "replace":
      sim.counts.note(sender, "replaced");
      return enter(sim, { ...order.tx, id: sim.nextTxId, action: order.action, ...feesOf(order.bid), priced: moment.block });
    case "to-chain": {
      const due = moment.time + world.settings.agents.settlementSeconds;
      return requestToChain(sim, order.account, order.asset, order.amount, due, moment.priceAfter);
    }
    case "unaffordable":
      return sim.counts.note(sender, "unaffordable", order.count);
  }
}

/** A bundle's own transactions take the nonces that are next, and use them up only if it is included. */
function offer(sim: Simulation, moment: Moment, sender: Sender, { from, txs }: Extract<Order, { type: "bundle" }>): void {
  let nonce = nonceFor(sim.mempool, from);
  const whole = txs.map((each): Tx => {
    if ("id" in each) return each;
    const own = { ...draft(sim, moment, sender, from), nonce, action: each.action, ...feesOf(each.bid), isPrivate: true as const };
    nonce += 1;
    sim.nextTxId += 1;
    return own;
  });
  sim.bundles = [...sim.bundles, { id: sim.nextBundleId, from, sender, txs: whole, mayRevert: [], block: moment.block }];
  sim.nextBundleId += 1;
}

function draft(
  sim: Simulation,
  moment: Moment,
  sender: Sender,
  from: AccountId,
): Pick<Tx, "id" | "from" | "sender" | "nonce" | "submitted" | "priced"> {
  return { id: sim.nextTxId, from, sender, nonce: nonceFor(sim.mempool, from), submitted: moment.block, priced: moment.block };
}

function feesOf({
  maxFeePerGas,
  maxPriorityFeePerGas,
}: Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas">): Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas"> {
  return { maxFeePerGas, maxPriorityFeePerGas };
}

function enter(sim: Simulation, tx: Tx): void {
  sim.mempool = submit(sim.mempool, tx);
  sim.nextTxId += 1;
}

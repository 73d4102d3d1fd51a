import type { Order, View } from "../agents/view.ts";
import type { AccountId, Sender, Tx } from "../core/words.ts";
import { scheduledGas } from "../mempool/gas-schedule.ts";
import { nonceFor, submit } from "../mempool/mempool.ts";
import type { Moment } from "./moment.ts";
import type { Participant } from "./participants.ts";
import { type Simulation, transitOf } from "./simulation.ts";
import { requestToChain } from "./transfers.ts";
import type { World } from "./world.ts";

/** Lets everybody decide on what they can see, and then carries out what they want: into the mempool, or to the settlement desk. */
export function decideAll(
  world: World,
  sim: Simulation,
  participants: readonly Participant[],
  moment: Moment,
  volatilityRatio: number,
): void {
  const view = viewOf(world, sim, moment, volatilityRatio);
  const wanted = participants.map(({ agent, random }) => ({ sender: agent.sender, orders: agent.decide(view, random) }));
  for (const { sender, orders } of wanted) for (const order of orders) carryOut(world, sim, moment, sender, order);
}

function viewOf(world: World, sim: Simulation, moment: Moment, volatilityRatio: number): View {
  const { fees, accounts } = sim;
  return {
    block: moment.block,
    time: moment.time,
    seconds: moment.seconds,
    price: (latency) => world.prices[Math.max(0, moment.block - latency)] ?? moment.priceAfter,
    pool: sim.pool,
    pending: sim.mempool.pending,
    bid: (quantile) => fees.bid(moment.time, quantile),
    raise: (tx, bid) => fees.raise(tx, bid),
    scheduledGas: (action) => scheduledGas(action, true),
    balance: (account, place, asset) => accounts.balance(account, place, asset),
    inTransit: (account, asset) => accounts.balance(transitOf(account), "reference", asset) !== 0n,
    volatilityRatio,
  };
}

function carryOut(world: World, sim: Simulation, moment: Moment, sender: Sender, order: Order): void {
  switch (order.type) {
    case "send":
      sim.counts.note(sender, "submitted");
      return enter(sim, { ...draft(sim, moment, sender, order.from), action: order.action, ...feesOf(order.bid) });
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

import type { Payout } from "../agents/bridge.ts";
import { BRIDGE, executorOf } from "../core/account-names.ts";
import type { AccountId, Outcome, PriceE8 } from "../core/words.ts";
import { transferPostings } from "../ledger/accounts.ts";
import { ownerOf } from "../ledger/extractions/owner-of.ts";
import { splitDue } from "../market/settlement.ts";
import { post, type Simulation, transitOf } from "./simulation.ts";

const at = (account: AccountId): { readonly account: AccountId; readonly place: "reference" } => ({ account, place: "reference" });

/** An account asks the reference market to send an asset to where its stock is on chain: it is debited now, the bridge pays on chain when it is due. */
export function requestToChain(
  sim: Simulation,
  account: AccountId,
  asset: "base" | "quote",
  amount: bigint,
  due: number,
  price: PriceE8,
): void {
  post(sim, transferPostings(at(account), at(transitOf(account)), asset, amount), price);
  sim.transfers = [...sim.transfers, { account, asset, amount, direction: "to-chain", due }];
}

/** Payouts whose time has come; they leave the queue. */
export function takeDuePayouts(sim: Simulation, time: number): readonly Payout[] {
  const { due } = splitDue(
    sim.transfers.filter((each) => each.direction === "to-chain"),
    time,
  );
  if (due.length === 0) return [];
  sim.transfers = sim.transfers.filter((each) => !due.includes(each));
  return due.map(({ account, asset, amount }) => ({ to: purseOf(account), asset, amount }));
}

/** Who holds an account's stock on chain: a liquidator its own, who trades by an executor that. */
function purseOf(account: AccountId): AccountId {
  return account.startsWith("liquidator-") ? account : executorOf(account);
}

/** Credits the deposits whose time has come at the reference market. */
export function creditDueDeposits(sim: Simulation, time: number, price: PriceE8): void {
  const { due } = splitDue(
    sim.transfers.filter((each) => each.direction === "to-reference"),
    time,
  );
  for (const { account, asset, amount } of due) post(sim, transferPostings(at(transitOf(account)), at(account), asset, amount), price);
  if (due.length > 0) sim.transfers = sim.transfers.filter((each) => !due.includes(each));
}

/** A payout that was reverted is still owed, and due. */
function retry(sim: Simulation, { tx }: Outcome): void {
  if (tx.action.kind !== "transfer" || tx.from !== BRIDGE) return;
  const { asset, amount, to } = tx.action;
  sim.transfers = [...sim.transfers, { account: ownerOf(to), asset, amount, direction: "to-chain", due: 0 }];
}

/**
 * What a mined transfer means at the reference market: what is paid to the bridge, out of an executor or a wallet, is owed to its sender and credited after the
 * settlement time; a payout by the bridge settles what was owed.
 */
export function followTransfer(sim: Simulation, outcome: Outcome, due: number, price: PriceE8): void {
  const { action, from } = outcome.tx;
  if (!outcome.success) return retry(sim, outcome);
  if (action.kind === "withdraw" || (action.kind === "transfer" && action.to === BRIDGE)) {
    post(sim, transferPostings(at(BRIDGE), at(transitOf(from)), action.asset, action.amount), price);
    sim.transfers = [...sim.transfers, { account: from, asset: action.asset, amount: action.amount, direction: "to-reference", due }];
  } else if (action.kind === "transfer") {
    post(sim, transferPostings(at(transitOf(ownerOf(action.to))), at(BRIDGE), action.asset, action.amount), price);
  }
}

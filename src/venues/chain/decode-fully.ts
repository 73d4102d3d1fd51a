import { SIDE_PAIR } from "../../core/account-names.ts";
import type { EtherEffect, LendingEffect } from "../../core/reported-effects.ts";
import type { ChainEffect, PoolId } from "../../core/words.ts";
import { accountAt, accountIn, decodeLogs, type Log } from "./decode.ts";
import type { Layout } from "./layout.ts";
import { wordAt } from "./rpc.ts";
import { TOPIC } from "./selectors.ts";

/** A call as `debug_traceTransaction` reports it, with the calls that it made. */
export interface CallFrame {
  readonly type: string;
  readonly from: string;
  readonly to?: string;
  readonly value?: string;
  readonly error?: string;
  readonly calls?: readonly CallFrame[];
}

/** Calls by which ETH changes hands; others show the value of whoever called. */
const CARRYING: ReadonlySet<string> = new Set(["CALL", "CREATE", "CREATE2", "SELFDESTRUCT"]);

/** Everything of a receipt's logs that changes what the ledger keeps, in their order: also reserves, wrapped ETH, and the lending market. */
export function decodeFully(logs: readonly Log[], layout: Layout): readonly ChainEffect[] {
  return logs.flatMap((log): readonly ChainEffect[] => {
    const [topic] = log.topics;
    const pool = poolAt(log.address, layout);
    if (pool !== undefined && topic === TOPIC.sync) {
      const [reserve0, reserve1] = [wordAt(log.data, 0), wordAt(log.data, 1)];
      return [{ type: "sync", pool, ...tokens(reserve0, reserve1, layout) }];
    }
    if (pool !== undefined && topic === TOPIC.swap) {
      const [in0, in1, out0, out1] = [wordAt(log.data, 0), wordAt(log.data, 1), wordAt(log.data, 2), wordAt(log.data, 3)];
      const amounts = { paidIn: tokens(in0, in1, layout), paidOut: tokens(out0, out1, layout) };
      return decodeLogs([log], layout).map((effect) => (effect.type === "swap" ? { ...effect, amounts } : effect));
    }
    if (log.address === layout.weth && (topic === TOPIC.deposit || topic === TOPIC.withdrawal)) {
      const amount = wordAt(log.data, 0);
      return [{ type: "wrap", account: accountIn(log.topics[1], layout), amount: topic === TOPIC.deposit ? amount : -amount }];
    }
    if (log.address === layout.lending?.market) return decodeLending(log, layout);
    return decodeLogs([log], layout);
  });
}

/** ETH that a transaction's calls carried, in their order; what was reverted carried nothing. */
export function decodeEther(frame: CallFrame, layout: Layout): readonly EtherEffect[] {
  if (frame.error !== undefined) return [];
  const amount = BigInt(frame.value ?? "0x0");
  const carried =
    amount > 0n && CARRYING.has(frame.type)
      ? [{ type: "ether", from: accountAt(frame.from, layout), to: accountAt(frame.to ?? "", layout), amount } as const]
      : [];
  return [...carried, ...(frame.calls ?? []).flatMap((call) => decodeEther(call, layout))];
}

function poolAt(address: string, layout: Layout): PoolId | undefined {
  if (address === layout.pair) return "pair";
  return address === layout.sidePair ? SIDE_PAIR : undefined;
}

function tokens(amount0: bigint, amount1: bigint, { baseIsToken0 }: Layout): { readonly base: bigint; readonly quote: bigint } {
  return baseIsToken0 ? { base: amount0, quote: amount1 } : { base: amount1, quote: amount0 };
}

function decodeLending({ topics, data }: Log, layout: Layout): readonly LendingEffect[] {
  const auction = Number(BigInt(topics[1] ?? "0x0"));
  const type = "lending" as const;
  switch (topics[0]) {
    case TOPIC.opened:
      return [{ type, event: "opened", borrower: accountIn(topics[1], layout), collateral: wordAt(data, 0), debt: wordAt(data, 1) }];
    case TOPIC.kicked:
      return [{ type, event: "kicked", auction, borrower: accountIn(topics[2], layout), tab: wordAt(data, 1) }];
    case TOPIC.bid:
      return [{ type, event: "bid", auction, bidder: accountIn(topics[2], layout), lot: wordAt(data, 0), amount: wordAt(data, 1) }];
    case TOPIC.settled:
      return [{ type, event: "settled", auction }];
    case TOPIC.restarted:
      return [{ type, event: "restarted", auction }];
    default:
      return [];
  }
}

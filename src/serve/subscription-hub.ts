import { encodeAnswer } from "./encode-answer.ts";
import { type FilteredLog, matchesFilter } from "./log-filter.ts";
import type { Head, Hex, NodeBackend } from "./node-backend.ts";
import type { Topic } from "./subscription-parameters.ts";

/** One subscription, and where its events go. */
export interface Subscription {
  readonly id: string;
  readonly topic: Topic;
  /** Not before the client knows its id: events until then are not for it. */
  active: boolean;
  /** Never throws. */
  readonly tell: (notification: string) => void;
  /** Events were lost: the client cannot trust the subscription any more. Never throws. */
  readonly fail: (reason: string) => void;
}

/** Carries the node's events to all subscriptions of all connections. */
export class SubscriptionHub {
  readonly #node: NodeBackend;
  readonly #subscriptions: Readonly<Record<Topic["kind"], Set<Subscription>>> = {
    newHeads: new Set(),
    newPendingTransactions: new Set(),
    logs: new Set(),
  };
  readonly #stop: readonly (() => void)[];
  /** Logs are read one block after the other, so that they arrive in order. */
  #told: Promise<void> = Promise.resolve();

  constructor(node: NodeBackend) {
    this.#node = node;
    this.#stop = [node.onHead((head) => this.#onHead(head)), node.onPending((hash, transaction) => this.#onPending(hash, transaction))];
  }

  add(subscription: Subscription): void {
    this.#subscriptions[subscription.topic.kind].add(subscription);
  }

  remove(subscription: Subscription): void {
    this.#subscriptions[subscription.topic.kind].delete(subscription);
  }

  /** Hears nothing of the node any more. */
  close(): void {
    for (const stop of this.#stop) stop();
    for (const each of Object.values(this.#subscriptions)) each.clear();
  }

  #onHead(head: Head): void {
    tell(this.#active("newHeads"), head);
    const waiting = this.#active("logs");
    if (waiting.length > 0) this.#told = this.#told.then(() => this.#tellLogs(head.hash, waiting));
  }

  #onPending(hash: Hex, transaction: unknown): void {
    const active = this.#active("newPendingTransactions");
    const full = (subscription: Subscription): boolean => "full" in subscription.topic && subscription.topic.full;
    tell(
      active.filter((each) => !full(each)),
      hash,
    );
    tell(active.filter(full), transaction);
  }

  /** All logs of a block are read once, and every subscription gets those that it asked for. */
  async #tellLogs(blockHash: Hex, waiting: readonly Subscription[]): Promise<void> {
    try {
      const logs = (await this.#node.read("eth_getLogs", [{ blockHash }])) as readonly FilteredLog[];
      for (const log of logs) {
        const wanted = waiting.filter(
          (each) => this.#subscriptions.logs.has(each) && each.topic.kind === "logs" && matchesFilter(each.topic.filter, log),
        );
        tell(wanted, log);
      }
    } catch {
      for (const each of waiting) each.fail("a block's logs could not be read");
    }
  }

  #active(kind: Topic["kind"]): readonly Subscription[] {
    return [...this.#subscriptions[kind]].filter(({ active }) => active);
  }
}

function tell(subscriptions: readonly Subscription[], result: unknown): void {
  if (subscriptions.length === 0) return;
  const text = JSON.stringify(result);
  for (const { id, tell: send } of subscriptions) send(encodeAnswer.notification(id, text));
}

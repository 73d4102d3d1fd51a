import type { Allowance } from "./allowance.ts";
import type { Subscriber } from "./answer-request.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import type { Subscription, SubscriptionHub } from "./subscription-hub.ts";
import type { Topic } from "./subscription-parameters.ts";

/** The subscriptions of one connection; they end with it. */
export class ConnectionSubscriptions implements Subscriber {
  readonly #hub: SubscriptionHub;
  readonly #allowance: Allowance;
  readonly #connection: Pick<Subscription, "tell" | "fail">;
  readonly #byId = new Map<string, Subscription>();
  #last = 0;

  constructor(hub: SubscriptionHub, allowance: Allowance, connection: Pick<Subscription, "tell" | "fail">) {
    this.#hub = hub;
    this.#allowance = allowance;
    this.#connection = connection;
  }

  subscribe(topic: Topic): string {
    if (!this.#allowance.take(1)) {
      const { limit } = this.#allowance;
      throw new RpcError(rpcCodes.limitExceeded, `limit exceeded: more than ${limit} subscriptions of a connection, or too many of all`, {
        limit,
      });
    }
    this.#last += 1;
    const subscription: Subscription = { id: `0x${this.#last.toString(16)}`, topic, active: false, ...this.#connection };
    this.#byId.set(subscription.id, subscription);
    this.#hub.add(subscription);
    return subscription.id;
  }

  unsubscribe(id: string): boolean {
    const subscription = this.#byId.get(id);
    if (subscription === undefined) return false;
    this.#byId.delete(id);
    this.#hub.remove(subscription);
    this.#allowance.give(1);
    return true;
  }

  /** From here on, events go to the subscriptions whose ids have been sent. */
  activate(): void {
    for (const subscription of this.#byId.values()) subscription.active = true;
  }

  close(): void {
    for (const id of [...this.#byId.keys()]) this.unsubscribe(id);
  }
}

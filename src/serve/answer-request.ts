import { z } from "zod";
import { bundleParameters } from "./bundle-parameters.ts";
import { positional } from "./check-parameters.ts";
import { checkRead } from "./check-read.ts";
import { findMethod } from "./find-method.ts";
import type { NodeBackend } from "./node-backend.ts";
import type { RpcRequest } from "./parse-message.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import { subscriptionParameters, type Topic } from "./subscription-parameters.ts";
import { valueSchemas } from "./value-schemas.ts";

const none = z.object({});
const raw = z.object({ transaction: valueSchemas.data });
const subscription = z.object({ subscription: valueSchemas.quantity });

/** Where a connection's subscriptions are kept. */
export interface Subscriber {
  /** @returns its id @throws RpcError -32005 where there are too many */
  subscribe(topic: Topic): string;
  /** @returns whether this connection had one of this id */
  unsubscribe(id: string): boolean;
}

/**
 * The result of one request.
 *
 * @param subscriber undefined where the node cannot speak first, over HTTP
 * @throws RpcError as the method or the node refuses
 */
export async function answerRequest(node: NodeBackend, subscriber: Subscriber | undefined, request: RpcRequest): Promise<unknown> {
  const { params } = request;
  const method = findMethod(request.method);
  switch (method) {
    case "eth_accounts":
      positional(none, params);
      return [];
    case "eth_syncing":
      positional(none, params);
      return false;
    case "eth_sendRawTransaction":
      return node.sendRawTransaction(positional(raw, params).transaction);
    case "eth_sendBundle":
      return { bundleHash: await node.sendBundle(bundleParameters.send(params)) };
    case "eth_callBundle":
      return node.callBundle(bundleParameters.call(params));
    case "eth_cancelBundle":
      return node.cancelBundle(bundleParameters.cancel(params));
    case "crash_referencePrice":
      positional(none, params);
      return node.referencePrice();
    case "crash_addresses":
      positional(none, params);
      return node.addresses();
    case "crash_step":
      positional(none, params);
      return node.step();
    case "eth_subscribe":
      return overWebSocket(subscriber, method).subscribe(subscriptionParameters(params));
    case "eth_unsubscribe":
      return overWebSocket(subscriber, method).unsubscribe(positional(subscription, params).subscription);
    default:
      checkRead(method, params);
      return node.read(method, params);
  }
}

function overWebSocket(subscriber: Subscriber | undefined, method: string): Subscriber {
  if (subscriber !== undefined) return subscriber;
  throw new RpcError(rpcCodes.methodNotFound, `method not found: ${method} needs a WebSocket; the address is the same, with ws://`);
}

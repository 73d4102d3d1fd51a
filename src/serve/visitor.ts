import { Allowance } from "./allowance.ts";
import { answerMessage } from "./answer-message.ts";
import { answerRequest } from "./answer-request.ts";
import type { ConnectionSubscriptions } from "./connection-subscriptions.ts";
import type { ServerLimits } from "./limits.ts";
import { methods } from "./methods.ts";
import type { NodeBackend } from "./node-backend.ts";
import { parseMessage, type RpcMessage, type RpcRequest } from "./parse-message.ts";
import { refuseMessage } from "./refuse-message.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";

const offers: ReadonlySet<string> = new Set(methods.offer);

/** What all connections share. */
export interface Common {
  readonly node: NodeBackend;
  readonly limits: ServerLimits;
  /** Bytes of messages that wait for their answer. */
  readonly waitingBytes: Allowance;
}

/** Sends an answer, undefined where none is due; settles, without error, once the client has taken it or is gone. */
export type Send = (answer: string | undefined) => Promise<void>;

/**
 * One connection's requests. They are answered one after the other in their order, so that transactions arrive as they were sent, and the next
 * waits until the client has taken the answer; what does not fit into the queue is refused at once.
 */
export class Visitor {
  readonly #common: Common;
  readonly #subscriptions: ConnectionSubscriptions | undefined;
  readonly #requests: Allowance;
  readonly #bytes: Allowance;
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(common: Common, subscriptions?: ConnectionSubscriptions) {
    this.#common = common;
    this.#subscriptions = subscriptions;
    this.#requests = new Allowance(common.limits.waitingRequests);
    this.#bytes = new Allowance(common.limits.waitingBytes, common.waitingBytes);
  }

  /** Takes a message in. @returns settles, without error, once it is done with */
  async receive(bytes: Uint8Array, send: Send): Promise<void> {
    if (this.#closed) return;
    const message = parseMessage(bytes, this.#common.limits.batch);
    const count = message.requests.length;
    const size = bytes.byteLength;
    if (!this.#requests.take(count)) return send(refuseMessage(message, tooMany(`${this.#requests.limit} requests`)));
    if (!this.#bytes.take(size)) {
      this.#requests.give(count);
      return send(refuseMessage(message, tooMany(`${this.#bytes.limit} bytes of requests`)));
    }
    this.#queue = this.#queue.then(async () => {
      await this.#carryOut(message, send);
      this.#requests.give(count);
      this.#bytes.give(size);
    });
    return this.#queue;
  }

  /** The connection has ended: of what waits, only what was offered to the next block is still carried out. */
  close(): void {
    this.#closed = true;
    this.#subscriptions?.close();
  }

  async #carryOut(message: RpcMessage, send: Send): Promise<void> {
    const answer = await answerMessage(message, (request) => this.#answer(request), this.#common.limits.replyLength);
    const sent = send(answer);
    this.#subscriptions?.activate();
    await sent;
  }

  async #answer(request: RpcRequest): Promise<unknown> {
    if (this.#closed && !offers.has(request.method)) return null;
    return answerRequest(this.#common.node, this.#subscriptions, request);
  }
}

function tooMany(what: string): RpcError {
  return new RpcError(rpcCodes.limitExceeded, `limit exceeded: ${what} of a connection wait for their answer, or too many of all`);
}

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { Allowance } from "./allowance.ts";
import { checkCaller } from "./check-caller.ts";
import { ConnectionSubscriptions } from "./connection-subscriptions.ts";
import { encodeAnswer } from "./encode-answer.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import { SocketSender } from "./socket-sender.ts";
import type { SubscriptionHub } from "./subscription-hub.ts";
import { type Common, Visitor } from "./visitor.ts";

/** Close codes of RFC 6455, section 7.4.1. */
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 1011;

/** WebSockets, beside HTTP on the same port. */
export interface WebSocketHandler {
  /** Answers a request to become a WebSocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends all connections; a client that does not answer is cut off two seconds later. */
  readonly close: () => void;
}

/** Answers JSON-RPC in the messages of WebSockets, and tells of what their clients subscribe to. */
export function webSocketHandler(common: Common, hub: SubscriptionHub, allowedOrigins: readonly string[]): WebSocketHandler {
  const { limits } = common;
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, autoPong: false });
  const subscriptions = new Allowance(limits.totalSubscriptions);
  const senders = new Set<SocketSender>();
  const pings = setInterval(() => {
    for (const sender of senders) sender.ping();
  }, limits.pingMilliseconds);

  return {
    upgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      const forbidden = checkCaller({ host: request.headers.host, origin: request.headers.origin }, allowedOrigins);
      if (forbidden !== undefined) refuse(socket, "403 Forbidden", forbidden);
      else if (request.url !== "/") refuse(socket, "404 Not Found", "there is nothing here but /");
      else server.handleUpgrade(request, socket, head, open);
    },
    close() {
      clearInterval(pings);
      for (const sender of senders) sender.end(GOING_AWAY, "the server closes");
    },
  };

  function open(socket: WebSocket): void {
    const sender = new SocketSender(socket, limits.unreadBytes);
    const own = new ConnectionSubscriptions(hub, new Allowance(limits.subscriptions, subscriptions), {
      tell: (notification) => void sender.send(notification),
      fail: (reason) => sender.end(INTERNAL_ERROR, reason),
    });
    const visitor = new Visitor(common, own);
    senders.add(sender);
    socket.on("message", (data: Buffer) => void visitor.receive(data, (text) => sender.send(text)));
    sender.onEnd(() => {
      senders.delete(sender);
      visitor.close();
    });
  }
}

function refuse(socket: Duplex, status: string, problem: string): void {
  const body = encodeAnswer.error(null, new RpcError(rpcCodes.invalidRequest, problem));
  const head = ["content-type: application/json", `content-length: ${Buffer.byteLength(body)}`, "connection: close"].join("\r\n");
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n${body}`, () => socket.destroy());
}

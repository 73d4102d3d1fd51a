import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { checkCaller } from "./check-caller.ts";
import { encodeAnswer } from "./encode-answer.ts";
import { readBody } from "./read-body.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import { type Common, Visitor } from "./visitor.ts";

/** What a page may send beside its body. The signature of Flashbots' clients is taken and not looked at: here nobody has a reputation. */
const PAGE_HEADERS = "content-type, x-flashbots-signature";

/**
 * Answers JSON-RPC in the bodies of POST requests. The content type may be any, as `curl -d` sends none of JSON's; what protects from web pages
 * is the check of host and origin.
 */
export function httpHandler(common: Common, allowedOrigins: readonly string[]): RequestListener {
  const visitors = new WeakMap<Socket, Visitor>();

  return (request, response) => {
    response.on("error", () => request.destroy());
    void answer(request, response).catch(() => response.destroy());
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, origin } = request.headers;
    const forbidden = checkCaller({ host, origin }, allowedOrigins);
    if (forbidden !== undefined) return refuse(request, response, 403, forbidden);
    const headers: OutgoingHttpHeaders = origin === undefined ? {} : { "access-control-allow-origin": origin, vary: "origin" };
    if (request.url !== "/") return refuse(request, response, 404, "there is nothing here but /", headers);
    if (request.method === "OPTIONS") {
      const allow = { "access-control-allow-methods": "POST", "access-control-allow-headers": PAGE_HEADERS };
      return reply(request, response, 204, undefined, { ...headers, ...(origin === undefined ? { allow: "POST, OPTIONS" } : allow) });
    }
    if (request.method !== "POST") return refuse(request, response, 405, "the method must be POST", { ...headers, allow: "POST, OPTIONS" });
    const body = await readBody(request, common.limits.bodyBytes);
    if (body === undefined) {
      const { bodyBytes } = common.limits;
      return refuse(request, response, 413, `the body has more than ${bodyBytes} bytes`, { ...headers, connection: "close" });
    }
    await visitorOf(request.socket).receive(body, (text) => reply(request, response, text === undefined ? 204 : 200, text, headers));
  }

  /** One for each connection, however many requests it carries. */
  function visitorOf(socket: Socket): Visitor {
    const known = visitors.get(socket);
    if (known !== undefined) return known;
    const visitor = new Visitor(common);
    visitors.set(socket, visitor);
    socket.once("close", () => visitor.close());
    return visitor;
  }
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  problem: string,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  const error = new RpcError(status === 413 ? rpcCodes.limitExceeded : rpcCodes.invalidRequest, problem);
  return reply(request, response, status, encodeAnswer.error(null, error), headers);
}

/** Settles, without error, once the answer has left or the connection has ended. */
async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string | undefined,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  if (response.destroyed || request.socket.destroyed) return;
  const content = text === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...content });
  response.end(text);
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
  });
}

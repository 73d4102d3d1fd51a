import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { InputError } from "../core/errors.ts";
import { Allowance } from "./allowance.ts";
import { httpHandler } from "./http-handler.ts";
import { defaultLimits, type ServerLimits } from "./limits.ts";
import type { NodeBackend } from "./node-backend.ts";
import { SubscriptionHub } from "./subscription-hub.ts";
import type { Common } from "./visitor.ts";
import { webSocketHandler } from "./web-socket-handler.ts";

/** The one address that the server listens at: nobody outside this machine reaches it. */
const LOOPBACK = "127.0.0.1";

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Instead of the defaults. */
  readonly limits?: Partial<ServerLimits>;
  /** Web pages of other machines that may call, by scheme, host and port, such as `https://example.org`; pages of this machine may. */
  readonly allowedOrigins?: readonly string[];
}

/** A server that answers. */
export interface OpenServer {
  /** For HTTP. */
  readonly url: string;
  /** For WebSocket; the same port. */
  readonly wsUrl: string;
  /** Ends all connections and listens no more; settles when nothing of it keeps the process alive. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a JSON-RPC node on the loopback, over HTTP and WebSocket on one port.
 *
 * @throws InputError `SERVE_PORT` where the port cannot be had
 */
export async function openServer(node: NodeBackend, { port, limits: given = {}, allowedOrigins = [] }: ServerOptions): Promise<OpenServer> {
  const limits = { ...defaultLimits, ...given };
  const common: Common = { node, limits, waitingBytes: new Allowance(limits.totalWaitingBytes) };
  const server = createServer({
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMilliseconds),
    keepAliveTimeout: limits.idleMilliseconds,
    // Some clients offer HTTP/2 with every request; they are answered as if they had not.
    shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === "websocket",
  });
  server.timeout = limits.idleMilliseconds;
  server.maxConnections = limits.connections;
  await listen(server, port);

  const hub = new SubscriptionHub(node);
  const sockets = webSocketHandler(common, hub, allowedOrigins);
  server.on("request", httpHandler(common, allowedOrigins));
  server.on("upgrade", sockets.upgrade);

  const address = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      hub.close();
      sockets.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${address}`, wsUrl: `ws://${address}`, close: () => (closed ??= close()) };
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, LOOPBACK, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new InputError("SERVE_PORT", `cannot listen at ${LOOPBACK}: ${problem}`, {
      value: String(port),
      allowed: "a port from 1 to 65535 that nobody listens at, or 0 for any",
    });
  }
}

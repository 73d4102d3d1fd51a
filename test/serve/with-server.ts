import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";
import { type OpenServer, openServer, type ServerOptions } from "../../src/serve/open-server.ts";
import { FakeNode } from "./fake-node.ts";

/** Opens a server before each test of a `describe` and closes it after. */
export function withServer(options: Omit<ServerOptions, "port"> = {}): { readonly node: FakeNode; readonly server: OpenServer } {
  let node: FakeNode | undefined;
  let server: OpenServer | undefined;
  beforeEach(async () => {
    node = new FakeNode();
    server = await openServer(node, { port: 0, ...options });
  });
  afterEach(async () => server?.close());
  return {
    get node() {
      return node ?? missing();
    },
    get server() {
      return server ?? missing();
    },
  };
}

function missing(): never {
  throw new Error("used outside a test");
}

/** JSON of which the test knows the shape. */
export type Json = ReturnType<typeof JSON.parse>;

export function request(method: string, params: unknown = [], id: unknown = 1): Readonly<Record<string, unknown>> {
  return { jsonrpc: "2.0", id, method, params };
}

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON, undefined where it is empty. */
  readonly json: Json;
}

/** Posts a body as it is, or JSON. */
export async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer> | object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const response = await fetch(url, { method: "POST", body: raw ? body : JSON.stringify(body), headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text === "" ? undefined : JSON.parse(text) };
}

/** A WebSocket that keeps what it hears until it is asked for. */
export class Listener {
  readonly socket: WebSocket;
  readonly #heard: Json[] = [];
  #wake: () => void = () => {};

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data: Buffer) => {
      this.#heard.push(JSON.parse(data.toString()));
      this.#wake();
    });
  }

  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Listener> {
    const listener = new Listener(new WebSocket(url, { headers }));
    await once(listener.socket, "open");
    return listener;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** The next that it hears, or has heard. */
  async next(): Promise<Json> {
    while (this.#heard.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#heard.shift();
  }

  async ask(method: string, params: unknown = []): Promise<Json> {
    this.send(request(method, params));
    return this.next();
  }

  /** The code and reason with which the connection ends. */
  async ended(): Promise<{ readonly code: number; readonly reason: string }> {
    const [code, reason] = (await once(this.socket, "close")) as [number, Buffer];
    return { code, reason: reason.toString() };
  }
}

/** A bare connection to the server's port. */
export async function rawSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}

/** All that a bare connection hears until it ends. */
export async function hearAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => socket.destroy());
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
  return Buffer.concat(chunks).toString();
}

/** A bare POST as it goes over the wire. */
export function rawPost(body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { host: "127.0.0.1", "content-length": String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `POST / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** Writes the same again and again, until the other side has ended the connection. */
export async function flood(socket: Socket, bytes: string | Uint8Array): Promise<void> {
  let wake: () => void = () => {};
  socket.on("error", () => socket.destroy());
  socket.on("drain", () => wake());
  socket.on("close", () => wake());
  while (!socket.destroyed) {
    if (socket.write(bytes)) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

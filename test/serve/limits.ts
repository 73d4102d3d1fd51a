import { once } from "node:events";
import { expect } from "chai";
import { describe, it } from "mocha";
import { defaultLimits } from "../../src/serve/limits.ts";
import { flood, hearAll, type Json, Listener, post, rawPost, rawSocket, request, withServer } from "./with-server.ts";

const codes = (answers: readonly Json[]): readonly unknown[] => answers.map(({ error }) => error?.code);
/** A call whose text has this many bytes. */
const padded = (bytes: number): string => {
  const text = JSON.stringify(request("eth_chainId"));
  return `${text}${" ".repeat(bytes - text.length)}`;
};

describe("serve: a message that is too long", () => {
  const at = withServer();
  const { bodyBytes, batch } = defaultLimits;

  it("an HTTP body of a mebibyte is answered, one of a byte more is 413 with an error in JSON-RPC", async () => {
    expect((await post(at.server.url, padded(bodyBytes))).json).to.have.property("result", "0x7a69");
    const { status, json } = await post(at.server.url, padded(bodyBytes + 1));
    expect(status).to.equal(413);
    expect(json).to.deep.equal({ jsonrpc: "2.0", id: null, error: { code: -32005, message: "the body has more than 1048576 bytes" } });
    expect(at.node.calls).to.have.length(1);
  });

  it("an HTTP body in pieces of a byte is put together", async () => {
    const socket = await rawSocket(at.server.url);
    const heard = hearAll(socket);
    const pieces = [...JSON.stringify(request("eth_chainId"))].map((letter) => `1\r\n${letter}\r\n`);
    socket.write("POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n");
    socket.write(`${pieces.join("")}0\r\n\r\n`);
    expect(await heard).to.include('"result":"0x7a69"');
  });

  it("a WebSocket message of a mebibyte is answered, one of a byte more ends the connection with 1009", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    listener.send(padded(bodyBytes));
    expect(await listener.next()).to.have.property("result", "0x7a69");
    const ended = listener.ended();
    listener.send(padded(bodyBytes + 1));
    expect((await ended).code).to.equal(1009);
  });

  it("a batch of 100 is answered, one of 101 refused as a whole", async () => {
    const requests = Array.from({ length: batch + 1 }, (_, id) => request("eth_chainId", [], id));
    expect((await post(at.server.url, requests.slice(1))).json).to.have.length(100);
    const { json } = await post(at.server.url, requests);
    expect(json).to.deep.include({ id: null });
    expect(json.error).to.deep.equal({
      code: -32005,
      message: "limit exceeded: a batch of 101 requests, more than 100",
      data: { limit: 100 },
    });
    expect(at.node.calls).to.have.length(100);
  });
});

describe("serve: a message without an end", () => {
  const at = withServer({ limits: { bodyBytes: 65_536, requestMilliseconds: 600_000 } });

  it("an HTTP body that does not say how long it is and does not end is cut off, and the server goes on", async () => {
    const socket = await rawSocket(at.server.url);
    const heard = hearAll(socket);
    socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n");
    const chunk = `1000\r\n${" ".repeat(0x1000)}\r\n`;
    await flood(socket, chunk);
    await heard;
    expect((await post(at.server.url, request("eth_chainId"))).json).to.have.property("result", "0x7a69");
  });
});

describe("serve: subscriptions, 1,000 of a connection", () => {
  const at = withServer();

  it("are opened and all told; one more is refused, and has room once another has ended", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const ids = new Set<string>();
    for (let i = 0; i < 1_000; i += 1) ids.add((await listener.ask("eth_subscribe", ["newHeads"])).result);
    expect(ids.size).to.equal(1_000);
    expect((await listener.ask("eth_subscribe", ["newHeads"])).error.code).to.equal(-32005);
    at.node.mine();
    const told = new Set<string>();
    for (let i = 0; i < 1_000; i += 1) told.add((await listener.next()).params.subscription);
    expect(told).to.deep.equal(ids);
    expect((await listener.ask("eth_unsubscribe", [[...ids][0]])).result).to.equal(true);
    expect((await listener.ask("eth_subscribe", ["newHeads"])).result).to.be.a("string");
    expect((await listener.ask("eth_subscribe", ["newHeads"])).error.code).to.equal(-32005);
  });
});

describe("serve: subscriptions of all connections together", () => {
  const at = withServer({ limits: { subscriptions: 3, totalSubscriptions: 4 } });

  it("have a limit of their own, and a connection that ends gives its share back", async () => {
    const [one, two] = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    const open = (listener: Listener): Promise<Json> => listener.ask("eth_subscribe", ["newHeads"]);
    expect(codes([await open(one), await open(one), await open(one), await open(one)])).to.deep.equal([
      undefined,
      undefined,
      undefined,
      -32005,
    ]);
    expect(codes([await open(two), await open(two)])).to.deep.equal([undefined, -32005]);
    one.socket.close();
    await once(one.socket, "close");
    expect(codes([await open(two), await open(two), await open(two)])).to.deep.equal([undefined, undefined, -32005]);
  });

  it("one that a dead connection's batch still asks for is not kept", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    let release: (value: unknown) => void = () => {};
    const reached = new Promise<void>((resolve) => {
      at.node.onRead = () => {
        resolve();
        return new Promise((answer) => {
          release = answer;
        });
      };
    });
    listener.send([request("eth_chainId"), ...[1, 2, 3].map((id) => request("eth_subscribe", ["newHeads"], id))]);
    await reached;
    listener.socket.terminate();
    await once(listener.socket, "close");
    const other = await Listener.open(at.server.wsUrl);
    expect((await other.ask("eth_syncing")).result).to.equal(false);
    release("0x1");
    const ids = [await other.ask("eth_subscribe", ["newHeads"]), await other.ask("eth_subscribe", ["newHeads"])];
    expect(codes(ids)).to.deep.equal([undefined, undefined]);
    expect((await other.ask("eth_subscribe", ["newHeads"])).result).to.be.a("string");
  });
});

describe("serve: 10,000 requests at once", () => {
  const at = withServer();

  it("over a WebSocket whose node does not answer: 1,000 wait, 9,000 are refused at once, and all have their answer in the end", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    let release: (value: unknown) => void = () => {};
    const gate = new Promise((resolve) => {
      release = resolve;
    });
    at.node.onRead = () => gate;
    for (let id = 0; id < 10_000; id += 1) listener.send(request("eth_chainId", [], id));
    const refused: Json[] = [];
    for (let i = 0; i < 9_000; i += 1) refused.push(await listener.next());
    expect(new Set(codes(refused))).to.deep.equal(new Set([-32005]));
    expect(at.node.calls).to.have.length(1);
    release("0x1");
    const answered: Json[] = [];
    for (let i = 0; i < 1_000; i += 1) answered.push(await listener.next());
    expect(answered.every(({ result }) => result === "0x1")).to.equal(true);
    expect(new Set([...refused, ...answered].map(({ id }) => id)).size).to.equal(10_000);
    expect(at.node.calls).to.have.length(1_000);
    expect((await listener.ask("eth_syncing")).result).to.equal(false);
  });

  it("over one HTTP connection, without waiting for any answer: each has its answer, in their order", async () => {
    const socket = await rawSocket(at.server.url);
    const heard = hearAll(socket);
    for (let id = 0; id < 10_000; id += 1) {
      const last = id === 9_999 ? { connection: "close" } : {};
      socket.write(rawPost(JSON.stringify(request("eth_chainId", [], id)), last));
    }
    const answers = (await heard)
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => /^\{.*?\}+(?=HTTP|$)/.exec(line)?.[0] ?? "");
    const parsed: Json[] = answers.map((text) => JSON.parse(text));
    expect(parsed.map(({ id }) => id)).to.deep.equal(Array.from({ length: 10_000 }, (_, id) => id));
    expect(parsed.every(({ result, error }) => result === "0x7a69" || error.code === -32005)).to.equal(true);
  });

  it("from 200 HTTP connections, 50 each: all answered", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, connection) => {
        const socket = await rawSocket(at.server.url);
        const heard = hearAll(socket);
        for (let i = 0; i < 50; i += 1) {
          socket.write(rawPost(JSON.stringify(request("eth_chainId", [], connection * 50 + i)), i === 49 ? { connection: "close" } : {}));
        }
        return (await heard).split('"result":"0x7a69"').length - 1;
      }),
    );
    expect(answers.reduce((sum, count) => sum + count, 0)).to.equal(10_000);
  });
});

describe("serve: what waits and what is answered has a limit in bytes", () => {
  const at = withServer({ limits: { waitingBytes: 1_000, totalWaitingBytes: 1_500, replyLength: 300 } });

  it("requests beyond it are refused, of one connection and of all, and a connection that dies gives its share back", async () => {
    const [one, two] = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    let release: (value: unknown) => void = () => {};
    const gate = new Promise((resolve) => {
      release = resolve;
    });
    at.node.onRead = () => gate;
    one.send(padded(800));
    one.send(padded(201));
    expect((await one.next()).error.code).to.equal(-32005);
    two.send(padded(701));
    expect((await two.next()).error.code).to.equal(-32005);
    one.socket.terminate();
    await once(one.socket, "close");
    release("0x1");
    expect((await two.ask("eth_syncing")).result).to.equal(false);
    two.send(padded(1_000));
    expect((await two.next()).result).to.equal("0x1");
  });

  it("an answer that is longer is an error, and what follows in its batch is not called", async () => {
    at.node.onRead = (method) => (method === "net_version" ? "1" : "x".repeat(400));
    const alone = (await post(at.server.url, request("eth_chainId"))).json;
    expect(alone).to.deep.include({ id: 1 });
    expect(alone.error.code).to.equal(-32005);
    at.node.calls.length = 0;
    const batch = ["net_version", "net_version", "eth_chainId", "net_version", "eth_blockNumber"].map((method, id) =>
      request(method, [], id),
    );
    const { json } = await post(at.server.url, batch);
    expect(json.map(({ id }: Json) => id)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(codes(json)).to.deep.equal([undefined, undefined, -32005, -32005, -32005]);
    expect(at.node.calls.map(({ method }) => method)).to.deep.equal(["net_version", "net_version", "eth_chainId"]);
  });
});

describe("serve: connections", () => {
  const at = withServer({ limits: { connections: 3 } });

  it("one too many is closed, and there is room again when another has ended", async () => {
    const listeners = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    expect(await hearAll(await rawSocket(at.server.url))).to.equal("");
    listeners[0]?.socket.terminate();
    expect((await listeners[1]?.ask("eth_syncing"))?.result).to.equal(false);
    expect((await post(at.server.url, request("eth_chainId"))).json).to.have.property("result", "0x7a69");
  });
});

const long = { headersMilliseconds: 600_000, requestMilliseconds: 600_000, idleMilliseconds: 600_000 };
for (const [limits, text, what] of [
  [{ headersMilliseconds: 100 }, "POST / HTTP/1.1\r\nhost: local", "does not end its headers"],
  [
    { headersMilliseconds: 100, requestMilliseconds: 200 },
    "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 50\r\n\r\n{",
    "does not end its body",
  ],
  [{ idleMilliseconds: 100 }, "", "says nothing"],
  [{ idleMilliseconds: 100 }, rawPost(JSON.stringify(request("eth_syncing"))), "has its answer and says nothing more"],
] as const) {
  describe(`serve: a connection that ${what}`, () => {
    const at = withServer({ limits: { ...long, ...limits } });

    it("is ended", async () => {
      const socket = await rawSocket(at.server.url);
      socket.write(text);
      expect((await hearAll(socket)).includes("200 OK")).to.equal(text.includes("eth_syncing"));
    });
  });
}

describe("serve: a WebSocket that is silent", () => {
  const at = withServer({ limits: { pingMilliseconds: 500 } });

  it("is ended if it answers no ping, and kept if it does", async () => {
    const kept = await Listener.open(at.server.wsUrl);
    const dead = await rawSocket(at.server.url);
    dead.write("GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n");
    dead.write("sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    expect(await hearAll(dead)).to.include("101 Switching Protocols");
    expect((await kept.ask("eth_syncing")).result).to.equal(false);
  });
});

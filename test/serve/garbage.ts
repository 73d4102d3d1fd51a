import { once } from "node:events";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { WebSocket } from "ws";
import { methods } from "../../src/serve/methods.ts";
import { hearAll, type Json, Listener, post, rawSocket, request, withServer } from "./with-server.ts";

const names: readonly string[] = [...Object.values(methods).flat(), "evm_mine", ""];
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("0x1", "latest", `0x${"1".repeat(40)}`, `0x${"1".repeat(64)}`, "newHeads", "logs", "__proto__", "constructor"),
);
const call = fc.record(
  {
    jsonrpc: fc.oneof({ weight: 8, arbitrary: fc.constant("2.0") }, { weight: 1, arbitrary: value }),
    id: fc.oneof(fc.integer(), fc.string(), value),
    method: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: value }),
    params: fc.oneof({ weight: 8, arbitrary: fc.array(value, { maxLength: 4 }) }, { weight: 1, arbitrary: value }),
  },
  { requiredKeys: [] },
);
const json = fc.oneof(call, fc.array(fc.oneof(call, value), { maxLength: 5 }), value).map((each) => JSON.stringify(each));
const cut = fc.tuple(json, fc.nat(), fc.string({ maxLength: 3 })).map(([text, at, extra]) => text.slice(0, at % (text.length + 1)) + extra);
const bytes = fc.oneof(
  json.map((text) => Buffer.from(text)),
  cut.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
);

function expectAnswers(answer: Json): void {
  for (const each of Array.isArray(answer) ? answer : [answer]) {
    expect(each).to.have.property("jsonrpc", "2.0");
    expect("result" in each).to.not.equal("error" in each);
    expect(each).to.have.property("id");
    if ("error" in each) {
      expect(each.error.code).to.be.oneOf([-32700, -32600, -32601, -32602, -32005]);
      expect(each.error.message).to.be.a("string");
    }
  }
}

describe("serve: whatever is sent", () => {
  const at = withServer();

  it("a body over HTTP is answered in JSON-RPC, or with nothing where nobody waits", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const { status, json: answer } = await post(at.server.url, new Uint8Array(body));
        if (status === 204) return;
        expect(status).to.equal(200);
        expectAnswers(answer);
      }),
      { numRuns: 500 },
    );
    expect((await post(at.server.url, request("eth_chainId"))).json.result).to.equal("0x7a69");
  });

  it("messages over one WebSocket are answered, and the next call after them too", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 5 }), fc.uuid(), async (messages, id) => {
        for (const message of messages) listener.socket.send(message);
        listener.send(request("eth_syncing", [], id));
        for (;;) {
          const answer = await listener.next();
          expectAnswers(answer);
          if (answer.id === id) break;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("bytes that are no HTTP, and frames that are no WebSocket, end the connection and nothing else", async () => {
    const upgrade =
      "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    const post = "POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n";
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", upgrade, post, "OPTIONS "),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        async (head, rest) => {
          const socket = await rawSocket(at.server.url);
          const heard = hearAll(socket);
          socket.write(head);
          socket.end(rest);
          await heard;
        },
      ),
      { numRuns: 200 },
    );
    const listener = await Listener.open(at.server.wsUrl);
    expect((await listener.ask("eth_chainId")).result).to.equal("0x7a69");
  });

  it("clients that vanish in the middle leave nothing behind that refuses the next", async () => {
    at.node.onRead = () => new Promise((resolve) => setImmediate(resolve, "0x1"));
    for (let round = 0; round < 50; round += 1) {
      const sockets = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const socket = new WebSocket(at.server.wsUrl);
          await once(socket, "open");
          return socket;
        }),
      );
      for (const socket of sockets) {
        for (let id = 0; id < 20; id += 1)
          socket.send(JSON.stringify(request(id % 2 === 0 ? "eth_chainId" : "eth_subscribe", id % 2 === 0 ? [] : ["newHeads"], id)));
        socket.terminate();
      }
    }
    const listener = await Listener.open(at.server.wsUrl);
    for (let i = 0; i < 1_000; i += 1) expect((await listener.ask("eth_subscribe", ["newHeads"])).result).to.be.a("string");
  });
});

import { once } from "node:events";
import { expect } from "chai";
import { describe, it } from "mocha";
import { RpcError } from "../../src/serve/rpc-error.ts";
import { type Json, Listener, post, rawPost, rawSocket, request, withServer } from "./with-server.ts";

describe("serve: JSON-RPC 2.0 over HTTP", () => {
  const at = withServer();
  const ask = async (body: Parameters<typeof post>[1]): Promise<Json> => (await post(at.server.url, body)).json;

  it("answers a call with its id", async () => {
    const posted = await post(at.server.url, request("eth_chainId", [], "seven"));
    expect(posted.status).to.equal(200);
    expect(posted.headers.get("content-type")).to.equal("application/json");
    expect(posted.json).to.deep.equal({ jsonrpc: "2.0", id: "seven", result: "0x7a69" });
  });

  for (const [id, what] of [
    [0, "zero"],
    [-3.5, "a fraction"],
    [Number.MAX_SAFE_INTEGER, "the largest exact number"],
    ["", "an empty string"],
    ['é\u0000"\\💥', "letters that JSON escapes"],
    ["x".repeat(100_000), "100,000 letters"],
    [null, "null"],
  ] as const) {
    it(`keeps an id: ${what}`, async () => {
      expect(await ask(request("eth_chainId", [], id))).to.deep.equal({ jsonrpc: "2.0", id, result: "0x7a69" });
    });
  }

  for (const [body, code, id] of [
    ["", -32700, null],
    ['{"jsonrpc":"2.0","id":1,"method":"eth_chainId"', -32700, null],
    ["{'jsonrpc':'2.0'}", -32700, null],
    ["NaN", -32700, null],
    ["1", -32600, null],
    ["null", -32600, null],
    ['"eth_chainId"', -32600, null],
    ["{}", -32600, null],
    ["[]", -32600, null],
    ['{"id":1,"method":"eth_chainId"}', -32600, 1],
    ['{"jsonrpc":"1.0","id":1,"method":"eth_chainId"}', -32600, 1],
    ['{"jsonrpc":2.0,"id":1,"method":"eth_chainId"}', -32600, 1],
    ['{"jsonrpc":"2.0","id":1}', -32600, 1],
    ['{"jsonrpc":"2.0","id":1,"method":7}', -32600, 1],
    ['{"jsonrpc":"2.0","id":{},"method":"eth_chainId"}', -32600, null],
    ['{"jsonrpc":"2.0","id":true,"method":"eth_chainId"}', -32600, null],
    ['{"jsonrpc":"2.0","id":12345678901234567890,"method":"eth_chainId"}', -32600, null],
    ['{"jsonrpc":"2.0","id":1e999,"method":"eth_chainId"}', -32600, null],
    ['{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":{}}', -32602, 1],
    ['{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":"latest"}', -32602, 1],
    ['{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":["latest"]}', -32602, 1],
    ['{"__proto__":{"method":"eth_chainId"},"jsonrpc":"2.0","id":1}', -32600, 1],
    ['{"jsonrpc":"2.0","id":1,"method":"constructor"}', -32601, 1],
  ] as const) {
    it(`${body === "" ? "an empty body" : body}: ${code}`, async () => {
      const answer = await ask(body);
      expect(answer).to.deep.include({ jsonrpc: "2.0", id });
      expect(answer.error.code).to.equal(code);
      expect(answer.error.message).to.be.a("string").that.is.not.empty;
    });
  }

  it("a body that is not UTF-8: -32700", async () => {
    expect((await ask(Uint8Array.from([0x22, 0xff, 0xfe, 0x22]))).error.code).to.equal(-32700);
  });

  it("takes params that are left out or null as none", async () => {
    expect(await ask('{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}')).to.have.property("result", "0x7a69");
    expect(await ask('{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":null}')).to.have.property("result", "0x7a69");
  });

  it("takes nulls at the end of params as left out", async () => {
    at.node.onRead = (_, params) => params;
    expect((await ask(request("eth_feeHistory", ["0x1", "latest", null]))).result).to.deep.equal(["0x1", "latest"]);
    expect((await ask(request("eth_chainId", [null, null]))).result).to.deep.equal([]);
    expect((await ask(request("eth_call", [{}, null, {}]))).error.code).to.equal(-32602);
  });

  it("does not hand on what is nested 100,000 deep, and answers the next call", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const objects = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    for (const params of [deep, `[${objects}]`]) {
      const answer = await ask(`{"jsonrpc":"2.0","id":1,"method":"eth_call","params":${params}}`);
      expect(answer.error).to.deep.include({ code: -32602, message: "invalid params: params are nested deeper than 32" });
    }
    expect((await ask(deep)).map(({ error }: Json) => error.code)).to.deep.equal([-32600]);
    expect(at.node.calls).to.deep.equal([]);
    expect(await ask(request("eth_chainId"))).to.have.property("result", "0x7a69");
  });

  it("carries out a notification and answers it with no content", async () => {
    const posted = await post(at.server.url, { jsonrpc: "2.0", method: "eth_sendRawTransaction", params: ["0x02"] });
    expect([posted.status, posted.text]).to.deep.equal([204, ""]);
    expect(at.node.calls).to.deep.equal([{ method: "sendRawTransaction", argument: "0x02" }]);
  });

  it("answers nothing to a notification that is wrong", async () => {
    expect((await post(at.server.url, { jsonrpc: "2.0", method: "evm_mine" })).status).to.equal(204);
    expect((await post(at.server.url, { jsonrpc: "2.0", method: "eth_chainId", params: {} })).status).to.equal(204);
  });

  it("answers a batch in its order, without its notifications, and with an error for each that is wrong", async () => {
    const answers = await ask([
      request("eth_chainId", [], 1),
      { jsonrpc: "2.0", method: "eth_chainId" },
      7,
      request("evm_mine", [], "b"),
      request("net_version", [], 3),
    ]);
    expect(answers.map(({ id }: Json) => id)).to.deep.equal([1, null, "b", 3]);
    expect(answers.map((each: Json) => each.result ?? each.error.code)).to.deep.equal(["0x7a69", -32600, -32601, "31337"]);
  });

  it("answers a batch of notifications with no content", async () => {
    const posted = await post(at.server.url, [
      { jsonrpc: "2.0", method: "eth_chainId" },
      { jsonrpc: "2.0", method: "net_version" },
    ]);
    expect([posted.status, posted.text]).to.deep.equal([204, ""]);
    expect(at.node.calls.map(({ method }) => method)).to.deep.equal(["eth_chainId", "net_version"]);
  });

  it("hands on the node's own refusal, with code and data", async () => {
    at.node.onRead = () => {
      throw new RpcError(3, "execution reverted: too little", "0x08c379a0");
    };
    const call = request("eth_call", [{ to: `0x${"1".repeat(40)}` }, "latest"]);
    expect((await ask(call)).error).to.deep.equal({ code: 3, message: "execution reverted: too little", data: "0x08c379a0" });
    at.node.sendRawTransaction = () => Promise.reject(new RpcError(-32000, "nonce too low"));
    expect((await ask(request("eth_sendRawTransaction", ["0x02"]))).error).to.deep.equal({ code: -32000, message: "nonce too low" });
  });

  it("calls a defect behind the method an internal error, and goes on", async () => {
    at.node.onRead = () => {
      throw new TypeError("not a function");
    };
    expect((await ask(request("eth_chainId"))).error).to.deep.equal({ code: -32603, message: "internal error: not a function" });
    at.node.onRead = () => 1n;
    expect((await ask(request("eth_chainId"))).error.code).to.equal(-32603);
    at.node.onRead = () => {
      throw new RpcError(-32000, "out of gas", { gas: 1n });
    };
    expect((await ask(request("eth_chainId"))).error.code).to.equal(-32603);
    at.node.onRead = () => undefined;
    expect(await ask(request("eth_chainId"))).to.deep.equal({ jsonrpc: "2.0", id: 1, result: null });
  });
});

describe("serve: JSON-RPC 2.0 over WebSocket", () => {
  const at = withServer();

  it("answers calls, batches and what is no JSON, in their order, and nothing to notifications", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    listener.send(request("eth_chainId", [], 1));
    listener.send("{");
    listener.send({ jsonrpc: "2.0", method: "eth_chainId" });
    listener.send([request("eth_chainId", [], 2), request("net_version", [], 3)]);
    const heard = [await listener.next(), await listener.next(), await listener.next()];
    expect(heard[1].error.code).to.equal(-32700);
    expect([heard[0], heard[2]].flat().map(({ id }) => id)).to.deep.equal([1, 2, 3]);
  });

  it("takes a message in bytes as one in text", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    listener.socket.send(Buffer.from(JSON.stringify(request("eth_chainId"))));
    expect(await listener.next()).to.have.property("result", "0x7a69");
  });

  it("answers one call after the other, so that transactions reach the node as they were sent", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    at.node.onRead = () => new Promise((resolve) => setImmediate(resolve, "0x1"));
    listener.send(request("eth_blockNumber"));
    for (let i = 16; i < 66; i += 1) listener.send(request("eth_sendRawTransaction", [`0x${i.toString(16)}`], i));
    for (let i = 0; i <= 50; i += 1) await listener.next();
    expect(at.node.calls.map(({ argument }) => argument).slice(1)).to.deep.equal(
      Array.from({ length: 50 }, (_, i) => `0x${(i + 16).toString(16)}`),
    );
  });
});

describe("serve: a client that leaves at once", () => {
  const at = withServer();
  const raw = (i: number): string => `0x${(i + 16).toString(16)}`;
  const sent = Array.from({ length: 20 }, (_, i) => raw(i));
  const requests = sent.flatMap((transaction, id) => [
    request("eth_sendRawTransaction", [transaction], id),
    request("net_version", [], id),
  ]);

  /** Has the node answer a first call only once the client is gone. */
  async function leave(send: () => void, gone: () => Promise<unknown>): Promise<void> {
    let release: (value: unknown) => void = () => {};
    const reached = new Promise<void>((resolve) => {
      at.node.onRead = () => {
        resolve();
        return new Promise((answer) => {
          release = answer;
        });
      };
    });
    send();
    await reached;
    await gone();
    expect((await post(at.server.url, request("eth_syncing"))).json.result).to.equal(false);
    release("0x1");
    expect((await post(at.server.url, request("eth_syncing"))).json.result).to.equal(false);
    expect(at.node.calls.map(({ argument }) => argument)).to.deep.equal([[], ...sent]);
  }

  it("over WebSocket: what it sent to the next block is carried out, what it asked is not", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    await leave(
      () => [request("eth_chainId"), ...requests].forEach((each) => listener.send(each)),
      async () => {
        listener.socket.terminate();
        await once(listener.socket, "close");
      },
    );
  });

  it("over HTTP, in a batch behind a call that waits", async () => {
    const socket = await rawSocket(at.server.url);
    await leave(
      () => socket.write(rawPost(JSON.stringify([request("eth_chainId"), ...requests]))),
      async () => {
        socket.destroy();
        await once(socket, "close");
      },
    );
  });
});

import { once } from "node:events";
import { expect } from "chai";
import { WebSocketProvider } from "ethers";
import { describe, it } from "mocha";
import { createPublicClient, webSocket } from "viem";
import type { Hex } from "../../src/serve/node-backend.ts";
import { Listener, request, withServer } from "./with-server.ts";

const pair: Hex = `0x${"Aa".repeat(20)}`;
const other: Hex = `0x${"bb".repeat(20)}`;
const swap: Hex = `0x${"d7".repeat(32)}`;
const sync: Hex = `0x${"1c".repeat(32)}`;
const topic = (value: number): Hex => `0x${value.toString(16).padStart(64, "0")}`;

describe("serve: eth_subscribe", () => {
  const at = withServer();

  it("tells of every new block as the node does, in order, until it is unsubscribed", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    at.node.mine();
    const { result: id } = await listener.ask("eth_subscribe", ["newHeads"]);
    const heads = [at.node.mine(), at.node.mine(), at.node.mine()];
    for (const head of heads) {
      expect(await listener.next()).to.deep.equal({
        jsonrpc: "2.0",
        method: "eth_subscription",
        params: { subscription: id, result: head },
      });
    }
    expect((await listener.ask("eth_unsubscribe", [id])).result).to.equal(true);
    expect((await listener.ask("eth_unsubscribe", [id])).result).to.equal(false);
    at.node.mine();
    expect((await listener.ask("eth_syncing")).result).to.equal(false);
  });

  it("tells of pending transactions by hash, or whole where that is wanted", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const ids: string[] = [];
    for (const params of [["newPendingTransactions"], ["newPendingTransactions", false], ["newPendingTransactions", true]]) {
      ids.push((await listener.ask("eth_subscribe", params)).result);
    }
    const transaction = { hash: topic(7), nonce: "0x0" };
    at.node.offer(topic(7), transaction);
    const told = [await listener.next(), await listener.next(), await listener.next()];
    expect(told.map(({ params }) => [params.subscription, params.result])).to.deep.equal([
      [ids[0], topic(7)],
      [ids[1], topic(7)],
      [ids[2], transaction],
    ]);
  });

  it("tells of logs that a filter wants, block by block, and reads each block's logs once for all", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const open = async (filter?: object): Promise<string> =>
      (await listener.ask("eth_subscribe", filter === undefined ? ["logs"] : ["logs", filter])).result;
    const all = await open();
    const ofPair = await open({ address: pair.toLowerCase() });
    const swaps = await open({ address: [pair, other], topics: [[swap.toUpperCase().replace("0X", "0x")], null] });
    const blocks = [
      [
        { address: pair, topics: [sync] },
        { address: pair, topics: [swap, topic(1)] },
        { address: other, topics: [swap] },
      ],
      [],
      [{ address: other, topics: [swap, topic(2), topic(3)] }],
    ];
    // The first block's logs take longest to read.
    let waits = 3;
    at.node.onRead = async (_, params) => {
      waits -= 1;
      for (let i = 0; i < 10 * waits; i += 1) await new Promise(setImmediate);
      const hash = (params[0] as { readonly blockHash: Hex }).blockHash;
      return blocks[hashes.indexOf(hash)];
    };
    const hashes: Hex[] = [];
    for (const logs of blocks) hashes.push(at.node.mine(logs).hash);
    const expected = [
      [all, blocks[0]?.[0]],
      [ofPair, blocks[0]?.[0]],
      [all, blocks[0]?.[1]],
      [ofPair, blocks[0]?.[1]],
      [swaps, blocks[0]?.[1]],
      [all, blocks[0]?.[2]],
      [all, blocks[2]?.[0]],
      [swaps, blocks[2]?.[0]],
    ];
    for (const each of expected) {
      const { params } = await listener.next();
      expect([params.subscription, params.result]).to.deep.equal(each);
    }
    expect(at.node.calls).to.deep.equal(hashes.map((blockHash) => ({ method: "eth_getLogs", argument: [{ blockHash }] })));
  });

  it("tells nothing more once it is unsubscribed, even of a block whose logs are being read", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const [gone, kept] = [(await listener.ask("eth_subscribe", ["logs"])).result, (await listener.ask("eth_subscribe", ["logs"])).result];
    let release: (value: unknown) => void = () => {};
    at.node.onRead = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    at.node.mine();
    expect((await listener.ask("eth_unsubscribe", [gone])).result).to.equal(true);
    release([{ address: pair, topics: [swap] }]);
    expect((await listener.next()).params.subscription).to.equal(kept);
    expect((await listener.ask("eth_syncing")).result).to.equal(false);
  });

  it("ends the connection with 1011 where a block's logs cannot be read, instead of leaving a gap", async () => {
    const [logs, heads] = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    await logs.ask("eth_subscribe", ["logs"]);
    await heads.ask("eth_subscribe", ["newHeads"]);
    at.node.onRead = () => Promise.reject(new Error("gone"));
    const ended = logs.ended();
    const { hash } = at.node.mine();
    expect(await ended).to.deep.equal({ code: 1011, reason: "a block's logs could not be read" });
    expect((await heads.next()).params.result.hash).to.equal(hash);
  });

  it("does not tell of what happened before the client knew its id", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    at.node.onRead = () => {
      at.node.mine();
      return "0x1";
    };
    listener.send([request("eth_subscribe", ["newHeads"], 1), request("eth_chainId", [], 2)]);
    expect(await listener.next()).to.have.length(2);
    const { number } = at.node.mine();
    expect((await listener.next()).params.result.number).to.equal(number);
  });

  it("reads what Go's client writes: blocks that say nothing, and null for none", async () => {
    const listener = await Listener.open(at.server.wsUrl);
    const filter = { fromBlock: "0x0", toBlock: "latest", address: null, topics: [[swap], null] };
    expect((await listener.ask("eth_subscribe", ["logs", filter])).result).to.equal("0x1");
    expect((await listener.ask("eth_subscribe", ["newPendingTransactions", null])).result).to.equal("0x2");
    const log = { address: other, topics: [swap, topic(1)] };
    at.node.mine([{ address: other, topics: [swap] }, log]);
    expect((await listener.next()).params).to.deep.equal({ subscription: "0x1", result: log });
  });

  it("keeps connections apart, and forgets those that have ended", async () => {
    const [one, two] = [await Listener.open(at.server.wsUrl), await Listener.open(at.server.wsUrl)];
    const { result: id } = await one.ask("eth_subscribe", ["newHeads"]);
    expect((await two.ask("eth_unsubscribe", [id])).result).to.equal(false);
    at.node.mine();
    expect((await one.next()).params.subscription).to.equal(id);
    one.socket.close();
    await once(one.socket, "close");
    at.node.mine();
    expect((await two.ask("eth_syncing")).result).to.equal(false);
  });

  for (const [params, parameter] of [
    [[], "kind"],
    [["syncing"], "kind"],
    [[7], "kind"],
    [["newPendingTransactions", "true"], "fullTransactions"],
    [["logs", []], "filter"],
    [["logs", { address: "0x12" }], "filter.address"],
    [["logs", { address: Array<Hex>(65).fill(pair) }], "filter.address"],
    [["logs", { topics: swap }], "filter.topics"],
    [["logs", { topics: [swap, "0x12"] }], "filter.topics[1]"],
    [["logs", { topics: Array<Hex>(5).fill(swap) }], "filter.topics"],
    [["logs", { fromBlock: 1 }], "filter.fromBlock"],
    [["logs", { blockHash: swap }], "filter.blockHash"],
  ] as const) {
    it(`names ${parameter} in ${JSON.stringify(params).slice(0, 80)}`, async () => {
      const listener = await Listener.open(at.server.wsUrl);
      const { error } = await listener.ask("eth_subscribe", params);
      expect([error.code, error.data]).to.deep.equal([-32602, { parameter }]);
    });
  }
});

describe("serve: clients over WebSocket", () => {
  const at = withServer();

  it("ethers: blocks, pending transactions and logs", async () => {
    const provider = new WebSocketProvider(at.server.wsUrl);
    try {
      expect((await provider.getNetwork()).chainId).to.equal(31_337n);
      const heard: unknown[] = [];
      let wake: () => void = () => {};
      const note = (value: unknown): void => {
        heard.push(value);
        wake();
      };
      await provider.on("block", note);
      await provider.on("pending", note);
      await provider.on({ address: other, topics: [swap] }, ({ transactionHash }: { readonly transactionHash: string }) =>
        note(transactionHash),
      );
      // Answers come in order, so the subscriptions stand once this is answered.
      expect(await provider.getBlockNumber()).to.equal(0);
      at.node.offer(topic(5), {});
      const place = { blockHash: topic(0x1001), blockNumber: "0x1", logIndex: "0x0", transactionIndex: "0x0", removed: false, data: "0x" };
      at.node.mine([{ address: other, topics: [swap], transactionHash: topic(6), ...place } as never]);
      while (heard.length < 3) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      expect(heard).to.have.members([topic(5), 1, topic(6)]);
    } finally {
      await provider.destroy();
    }
  });

  it("viem: blocks and pending transactions", async () => {
    const client = createPublicClient({ transport: webSocket(at.server.wsUrl, { reconnect: false, keepAlive: false }) });
    const socket = await client.transport.getRpcClient();
    try {
      expect(await client.getChainId()).to.equal(31_337);
      const heads: bigint[] = [];
      const pending: Hex[] = [];
      let wake: () => void = () => {};
      client.watchBlockNumber({
        onBlockNumber: (number) => {
          heads.push(number);
          wake();
        },
      });
      client.watchPendingTransactions({
        onTransactions: (hashes) => {
          pending.push(...hashes);
          wake();
        },
      });
      expect(await client.getBlockNumber({ cacheTime: 0 })).to.equal(0n);
      at.node.mine();
      at.node.offer(topic(9), {});
      at.node.mine();
      while (heads.length < 2 || pending.length < 1) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      expect([heads, pending]).to.deep.equal([[1n, 2n], [topic(9)]]);
    } finally {
      socket.close();
    }
  });
});

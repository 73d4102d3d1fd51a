import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findMethod } from "../../src/serve/find-method.ts";
import { methods } from "../../src/serve/methods.ts";
import { RpcError } from "../../src/serve/rpc-error.ts";
import { Listener, post, request, withServer } from "./with-server.ts";

const all: readonly string[] = Object.values(methods).flat();

describe("serve: methods", () => {
  const at = withServer();

  for (const method of [
    "hardhat_setBalance",
    "hardhat_impersonateAccount",
    "hardhat_reset",
    "evm_mine",
    "evm_revert",
    "evm_increaseTime",
    "debug_traceTransaction",
    "anvil_setBalance",
    "eth_sendTransaction",
    "eth_sign",
    "eth_signTypedData_v4",
    "personal_sign",
    "miner_stop",
    "admin_addPeer",
    "txpool_content",
    "eth_newFilter",
    "Eth_chainId",
    " eth_chainId",
    "eth_chainId\u0000",
    "",
    "__proto__",
    "toString",
  ]) {
    it(`${JSON.stringify(method)} is refused with what there is, over HTTP and WebSocket, and does not reach the node`, async () => {
      const over = await Listener.open(at.server.wsUrl);
      for (const { error } of [(await post(at.server.url, request(method))).json, await over.ask(method)]) {
        expect(error.code).to.equal(-32601);
        expect(error.data.methods).to.deep.equal(all);
        expect(error.message).to.include(method);
      }
      expect(at.node.calls).to.deep.equal([]);
    });
  }

  for (const [typed, meant] of [
    ["eth_getbalance", "eth_getBalance"],
    ["eth_blocknumber", "eth_blockNumber"],
    ["eth_sendbundle", "eth_sendBundle"],
    ["mev_sendBundle", "eth_sendBundle"],
    ["crash_refPrice", "crash_referencePrice"],
  ] as const) {
    it(`${typed}: did you mean ${meant}?`, () => {
      expect(() => findMethod(typed)).to.throw(RpcError, `method not found: ${typed}; did you mean ${meant}?`);
    });
  }

  it("a name of a megabyte is refused without being repeated", async () => {
    const { json } = await post(at.server.url, request("e".repeat(1_000_000)));
    expect(json.error.code).to.equal(-32601);
    expect(json.error.message).to.have.length.below(100);
  });

  it("no name gets through but those in the list", () => {
    const mutated = fc.tuple(fc.constantFrom(...all), fc.nat(), fc.string({ maxLength: 2 })).map(([name, at, text]) => {
      const place = at % (name.length + 1);
      return name.slice(0, place) + text + name.slice(place + (at % 2));
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), mutated), (name) => {
        if (all.includes(name)) expect(findMethod(name)).to.equal(name);
        else expect(() => findMethod(name)).to.throw(RpcError);
      }),
      { numRuns: 2_000 },
    );
  });

  it("every one that only reads reaches the node with its parameters as they were sent", async () => {
    const address = `0x${"aB".repeat(20)}`;
    const hash = `0x${"cd".repeat(32)}`;
    const call = { to: address, data: "0x", from: address, value: "0x0" };
    const examples: Readonly<Record<(typeof methods.read)[number], readonly unknown[]>> = {
      web3_clientVersion: [],
      net_version: [],
      eth_chainId: [],
      eth_blockNumber: [],
      eth_getBalance: [address, "latest"],
      eth_getCode: [address, "0x10"],
      eth_getStorageAt: [address, "0x0", { blockHash: hash }],
      eth_getTransactionCount: [address, "pending"],
      eth_call: [call, { blockNumber: "0x1" }, { [address]: { balance: "0x1" } }],
      eth_estimateGas: [call],
      eth_gasPrice: [],
      eth_maxPriorityFeePerGas: [],
      eth_feeHistory: ["0x5", "latest", [10, 50.5]],
      eth_getBlockByNumber: ["latest", false],
      eth_getBlockByHash: [hash, true],
      eth_getTransactionByHash: [hash],
      eth_getTransactionReceipt: [hash],
      eth_getLogs: [{ fromBlock: "0x1", toBlock: "latest", address, topics: [null, [hash]] }],
    };
    at.node.onRead = (method, params) => ({ method, params });
    for (const method of methods.read) {
      const { json } = await post(at.server.url, request(method, examples[method]));
      expect(json.result, method).to.deep.equal({ method, params: examples[method] });
    }
  });

  for (const [method, params, parameter] of [
    ["eth_getBalance", [], "address"],
    ["eth_getBalance", ["0x12"], "address"],
    ["eth_getBalance", [`0x${"1".repeat(40)}`, "newest"], "block"],
    ["eth_getBalance", [`0x${"1".repeat(40)}`, "0x01"], "block"],
    ["eth_getBalance", [`0x${"1".repeat(40)}`, 5], "block"],
    ["eth_getBalance", [`0x${"1".repeat(40)}`, { blockNumber: "0x1", blockHash: `0x${"1".repeat(64)}` }], "block"],
    ["eth_getStorageAt", [`0x${"1".repeat(40)}`, 0], "slot"],
    ["eth_call", [], "transaction"],
    ["eth_call", [[]], "transaction"],
    ["eth_feeHistory", ["0x1", "latest", ["10"]], "rewardPercentiles[0]"],
    ["eth_getBlockByNumber", ["latest"], "fullTransactions"],
    ["eth_getBlockByNumber", ["latest", "true"], "fullTransactions"],
    ["eth_getBlockByHash", ["latest", true], "hash"],
    ["eth_getTransactionReceipt", ["0x1"], "hash"],
    ["eth_getLogs", [], "filter"],
    ["eth_sendRawTransaction", [], "transaction"],
    ["eth_sendRawTransaction", ["0x"], "transaction"],
    ["eth_sendRawTransaction", ["0x123"], "transaction"],
    ["eth_sendRawTransaction", ["123456"], "transaction"],
    ["eth_sendRawTransaction", [{ from: "0x1" }], "transaction"],
  ] as const) {
    it(`${method} with ${JSON.stringify(params)} names ${parameter}`, async () => {
      const { error } = (await post(at.server.url, request(method, params))).json;
      expect(error.code).to.equal(-32602);
      expect(error.message)
        .to.match(/^invalid params: /)
        .and.include(` ${parameter} must be `);
      expect(error.data).to.deep.equal({ parameter });
      expect(at.node.calls).to.deep.equal([]);
    });
  }

  it("too many parameters are refused with those that there are", async () => {
    const { error } = (await post(at.server.url, request("eth_getCode", [`0x${"1".repeat(40)}`, "latest", 3]))).json;
    expect(error).to.deep.equal({ code: -32602, message: "invalid params: takes at most 2 (address, block), found 3" });
    for (const method of ["eth_accounts", "eth_syncing", "crash_referencePrice", "eth_gasPrice"]) {
      expect((await post(at.server.url, request(method, [1]))).json.error.message).to.equal("invalid params: takes no parameters, found 1");
    }
  });

  it("has no accounts, is not syncing, and says the reference price", async () => {
    const ask = async (method: string): Promise<unknown> => (await post(at.server.url, request(method))).json.result;
    at.node.mine();
    expect(await ask("eth_accounts")).to.deep.equal([]);
    expect(await ask("eth_syncing")).to.equal(false);
    expect(await ask("crash_referencePrice")).to.deep.equal({ priceE8: "19432000000", block: 1, timestamp: 1_584_000_001 });
  });

  it("subscribes over WebSocket only", async () => {
    for (const method of methods.subscription) {
      const { error } = (await post(at.server.url, request(method, ["newHeads"]))).json;
      expect(error.code).to.equal(-32601);
      expect(error.message).to.include("WebSocket");
    }
    expect(at.node.listeners).to.equal(2);
  });
});

import { expect } from "chai";
import { keccak256 } from "ethers";
import fc from "fast-check";
import { describe, it } from "mocha";
import { bundleParameters } from "../../src/serve/bundle-parameters.ts";
import { RpcError } from "../../src/serve/rpc-error.ts";
import { type Json, post, request, withServer } from "./with-server.ts";

const uuid = "4f3c0b7e-8d6a-4c1b-9e2f-1a2b3c4d5e6f";
const hash = `0x${"ab".repeat(32)}`;
const bundle = { txs: ["0x02f8", "0x02f9"], blockNumber: "0xb63dcd" };
const simulated = { ...bundle, stateBlockNumber: "latest" };

describe("serve: bundles", () => {
  const at = withServer();
  const ask = async (method: string, parameters: unknown, headers = {}): Promise<Json> =>
    (await post(at.server.url, request(method, [parameters]), headers)).json;

  it("eth_sendBundle takes what Flashbots' documentation names, and answers the bundle's hash", async () => {
    const sent = {
      ...bundle,
      minTimestamp: 5,
      maxTimestamp: 1_615_920_932,
      revertingTxHashes: [hash],
      replacementUuid: uuid.toUpperCase(),
    };
    const { result } = await ask("eth_sendBundle", sent);
    // Flashbots: the hash of the hashes of the transactions, in their order.
    expect(result).to.deep.equal({ bundleHash: keccak256(`0x${sent.txs.map((tx) => keccak256(tx).slice(2)).join("")}`) });
    expect(at.node.calls).to.deep.equal([{ method: "sendBundle", argument: { ...sent, blockNumber: 11_943_373, replacementUuid: uuid } }]);
  });

  it("the signature of Flashbots' clients is taken and not looked at", async () => {
    expect(await ask("eth_sendBundle", bundle, { "x-flashbots-signature": "0x1234:0xabcd" })).to.have.property("result");
  });

  it("what may be left out may also be null, and a bound of 0 is none", () => {
    const none = { revertingTxHashes: [], minTimestamp: undefined, maxTimestamp: undefined, replacementUuid: undefined };
    const read = { txs: bundle.txs, blockNumber: 11_943_373 };
    expect({ ...none, ...bundleParameters.send([bundle]) }).to.deep.equal({ ...read, ...none });
    const nulls = { minTimestamp: null, maxTimestamp: null, revertingTxHashes: null, replacementUuid: null };
    expect(bundleParameters.send([{ ...bundle, ...nulls }])).to.deep.equal({ ...read, ...none });
    expect(bundleParameters.send([{ ...bundle, minTimestamp: 0, maxTimestamp: 0, revertingTxHashes: [] }])).to.deep.include({
      ...read,
      minTimestamp: undefined,
      maxTimestamp: undefined,
    });
    expect(bundleParameters.call([{ ...simulated, timestamp: null }])).to.deep.equal({
      ...read,
      stateBlockNumber: "latest",
      timestamp: undefined,
    });
  });

  it("eth_callBundle takes a state by height or by name, and answers what the node does", async () => {
    for (const [given, read] of [
      ["latest", "latest"],
      ["0x4fad11", 5_221_649],
    ] as const) {
      at.node.calls.length = 0;
      const { result } = await ask("eth_callBundle", { ...bundle, stateBlockNumber: given, timestamp: 1_615_920_932 });
      expect(result).to.have.property("totalGasUsed", 42_000);
      const argument = { txs: bundle.txs, blockNumber: 11_943_373, stateBlockNumber: read, timestamp: 1_615_920_932 };
      expect(at.node.calls).to.deep.equal([{ method: "callBundle", argument }]);
    }
  });

  it("eth_cancelBundle says whether there was one of this UUID, however it is written", async () => {
    await ask("eth_sendBundle", { ...bundle, replacementUuid: uuid });
    expect((await ask("eth_cancelBundle", { replacementUuid: uuid.toUpperCase() })).result).to.equal(true);
    expect((await ask("eth_cancelBundle", { replacementUuid: uuid })).result).to.equal(false);
  });

  for (const [method, parameters, parameter] of [
    ["eth_sendBundle", { ...bundle, txs: undefined }, "txs"],
    ["eth_sendBundle", { ...bundle, txs: [] }, "txs"],
    ["eth_sendBundle", { ...bundle, txs: "0x02f8" }, "txs"],
    ["eth_sendBundle", { ...bundle, txs: ["0x02f8", "0x2f8"] }, "txs[1]"],
    ["eth_sendBundle", { ...bundle, txs: ["02f8"] }, "txs[0]"],
    ["eth_sendBundle", { ...bundle, txs: [{ signer: 1 }] }, "txs[0]"],
    ["eth_sendBundle", { txs: bundle.txs }, "blockNumber"],
    ["eth_sendBundle", { ...bundle, blockNumber: 11_943_373 }, "blockNumber"],
    ["eth_sendBundle", { ...bundle, blockNumber: "11943373" }, "blockNumber"],
    ["eth_sendBundle", { ...bundle, blockNumber: "latest" }, "blockNumber"],
    ["eth_sendBundle", { ...bundle, blockNumber: `0x${"f".repeat(64)}` }, "blockNumber"],
    ["eth_sendBundle", { ...bundle, minTimestamp: "0x5" }, "minTimestamp"],
    ["eth_sendBundle", { ...bundle, maxTimestamp: 1.5 }, "maxTimestamp"],
    ["eth_sendBundle", { ...bundle, maxTimestamp: -1 }, "maxTimestamp"],
    ["eth_sendBundle", { ...bundle, minTimestamp: 6, maxTimestamp: 5 }, "maxTimestamp"],
    ["eth_sendBundle", { ...bundle, revertingTxHashes: ["0x12"] }, "revertingTxHashes[0]"],
    ["eth_sendBundle", { ...bundle, revertingTxHashes: hash }, "revertingTxHashes"],
    ["eth_sendBundle", { ...bundle, revertingTxHashes: Array<string>(101).fill(hash) }, "revertingTxHashes"],
    ["eth_sendBundle", { ...bundle, replacementUuid: "mine" }, "replacementUuid"],
    ["eth_sendBundle", { ...bundle, builders: ["flashbots"] }, "builders"],
    ["eth_sendBundle", { ...bundle, refundPercent: 90 }, "refundPercent"],
    ["eth_callBundle", bundle, "stateBlockNumber"],
    ["eth_callBundle", { ...simulated, stateBlockNumber: 5 }, "stateBlockNumber"],
    ["eth_callBundle", { ...simulated, stateBlockNumber: "newest" }, "stateBlockNumber"],
    ["eth_callBundle", { ...simulated, timestamp: "1615920932" }, "timestamp"],
    ["eth_callBundle", { ...simulated, minTimestamp: 5 }, "minTimestamp"],
    ["eth_cancelBundle", {}, "replacementUuid"],
    ["eth_cancelBundle", { replacementUuid: null }, "replacementUuid"],
    ["eth_cancelBundle", { bundleHash: hash, replacementUuid: uuid }, "bundleHash"],
  ] as const) {
    it(`${method} names ${parameter} in ${JSON.stringify(parameters).slice(0, 120)}`, async () => {
      const { error } = await ask(method, parameters);
      expect(error.code).to.equal(-32602);
      expect(error.message).to.include(`invalid params: ${parameter} `);
      expect(error.data).to.deep.equal({ parameter });
      expect(at.node.calls).to.deep.equal([]);
    });
  }

  for (const params of [[], [bundle, bundle], [[bundle]], ["0x"], [null], { ...bundle }]) {
    it(`is one object with named parameters, and not ${JSON.stringify(params).slice(0, 60)}`, async () => {
      for (const method of ["eth_sendBundle", "eth_callBundle", "eth_cancelBundle"]) {
        expect((await post(at.server.url, request(method, params))).json.error.code).to.equal(-32602);
      }
      expect(at.node.calls).to.deep.equal([]);
    });
  }

  for (const method of ["eth_sendBundle", "eth_callBundle"]) {
    const own = method === "eth_sendBundle" ? bundle : simulated;

    it(`${method}: 100 transactions and 300,000 bytes are taken, more is refused with -32005`, async () => {
      const most = Array.from({ length: 100 }, () => `0x${"ab".repeat(3_000)}`);
      expect(await ask(method, { ...own, txs: most })).to.have.property("result");
      const longer = await ask(method, { ...own, txs: [`${most[0]}ab`, ...most.slice(1)] });
      expect(longer.error).to.deep.equal({
        code: -32005,
        message: "limit exceeded: txs has 300001 bytes, more than 300000",
        data: { parameter: "txs", limit: 300_000 },
      });
      const more = await ask(method, { ...own, txs: Array<string>(101).fill("0x02") });
      expect(more.error).to.deep.equal({
        code: -32005,
        message: "limit exceeded: txs has 101 transactions, more than 100",
        data: { parameter: "txs", limit: 100 },
      });
      expect(at.node.calls).to.have.length(1);
    });
  }

  it("whatever is sent is read as documented, or refused by name", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom("0x02", "0x1", "latest", uuid, hash, 7),
      fc.array(fc.constantFrom("0x02", hash, "0x"), { maxLength: 3 }),
    );
    const names = ["txs", "blockNumber", "minTimestamp", "maxTimestamp", "revertingTxHashes", "replacementUuid", "other"] as const;
    const any = fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
    fc.assert(
      fc.property(any, (given) => {
        try {
          const read = bundleParameters.send([given]);
          expect(read.txs).to.deep.equal(given.txs);
          expect(read.blockNumber).to.equal(Number(given.blockNumber));
          expect(given).to.not.have.property("other");
        } catch (error) {
          if (!(error instanceof RpcError)) throw error;
          expect(error.rpcCode).to.equal(-32602);
          const { parameter } = error.data as { readonly parameter: string };
          expect(names.some((name) => parameter.startsWith(name))).to.equal(true);
        }
      }),
      { numRuns: 2_000, examples: [[{ txs: ["0x02"], blockNumber: "0x1" }]] },
    );
  });
});

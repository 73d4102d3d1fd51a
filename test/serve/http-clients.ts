import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { JsonRpcProvider, parseEther, Transaction, Wallet } from "ethers";
import { describe, it } from "mocha";
import { createPublicClient, http, keccak256, parseGwei } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { RpcError } from "../../src/serve/rpc-error.ts";
import { start } from "../plugin/spawn-hardhat.ts";
import { withServer } from "./with-server.ts";

const curlExists = spawnSync("curl", ["--version"]).status === 0;

describe("serve: clients over HTTP", () => {
  const at = withServer();

  for (const batch of [false, true]) {
    it(`viem reads and sends a signed transaction${batch ? ", in batches" : ""}`, async () => {
      const client = createPublicClient({ transport: http(at.server.url, { batch, retryCount: 0 }) });
      const account = privateKeyToAccount(generatePrivateKey());
      at.node.mine();
      const [chainId, height, balance, block] = await Promise.all([
        client.getChainId(),
        client.getBlockNumber(),
        client.getBalance({ address: account.address }),
        client.getBlock(),
      ]);
      expect([chainId, height, balance, block.number]).to.deep.equal([31_337, 1n, 10n ** 18n, 1n]);
      const fees = { gas: 21_000n, maxFeePerGas: parseGwei("20"), maxPriorityFeePerGas: 1n, nonce: 0 };
      const serializedTransaction = await account.signTransaction({ chainId, to: account.address, value: 1n, ...fees });
      expect(await client.sendRawTransaction({ serializedTransaction })).to.equal(keccak256(serializedTransaction));
      expect(at.node.calls.at(-1)).to.deep.equal({ method: "sendRawTransaction", argument: serializedTransaction });
    });
  }

  it("ethers reads, sends, and understands the node's refusal", async () => {
    const provider = new JsonRpcProvider(at.server.url);
    try {
      const wallet = new Wallet(generatePrivateKey());
      expect(await provider.getBlockNumber()).to.equal(0);
      expect(await provider.getBalance(wallet.address)).to.equal(parseEther("1"));
      const signed = await wallet.signTransaction(
        Transaction.from({ to: wallet.address, chainId: 31_337, nonce: 0, gasLimit: 21_000, maxFeePerGas: 1, maxPriorityFeePerGas: 1 }),
      );
      expect((await provider.broadcastTransaction(signed)).hash).to.equal(keccak256(signed as `0x${string}`));
      at.node.sendRawTransaction = () => Promise.reject(new RpcError(-32000, "nonce too low"));
      const refusal: unknown = await provider.broadcastTransaction(signed).catch((error: unknown) => error);
      expect(refusal).to.have.property("code", "NONCE_EXPIRED");
    } finally {
      provider.destroy();
    }
  });

  const withCurl = curlExists ? it : it.skip;
  const curl = async (args: readonly string[], input = ""): Promise<string> => {
    const { child, ended } = start(["curl", "--silent", "--show-error", ...args, at.server.url]);
    child.stdin?.end(input);
    return (await ended).stdout;
  };

  withCurl("curl -d, which does not say that it sends JSON, is answered", async () => {
    const answer = await curl(["-d", '{"jsonrpc":"2.0","method":"crash_referencePrice","params":[],"id":83}']);
    const price = { priceE8: "19432000000", block: 0, timestamp: 1_584_000_000 };
    expect(JSON.parse(answer)).to.deep.equal({ jsonrpc: "2.0", id: 83, result: price });
  });

  withCurl("curl with a body that is too long, which it announces or not, hears that it is", async () => {
    const body = " ".repeat(3_000_000);
    for (const header of ["content-type: application/json", "transfer-encoding: chunked"]) {
      const answer = await curl(["--write-out", "\n%{http_code}", "--data-binary", "@-", "--header", header], body);
      const [text = "", status] = answer.split("\n");
      expect(status).to.equal("413");
      expect(JSON.parse(text)).to.have.nested.property("error.code", -32005);
    }
  });
});

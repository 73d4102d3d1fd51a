import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { describe, it } from "mocha";
import { createPublicClient, createWalletClient, defineChain, http, parseAbi } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { expectIdentities } from "../engine/expect-identities.ts";
import { visit, type Visit } from "./visit.ts";

const run = promisify(execFile);

/** Asks with curl alone, as a shell script would. */
async function curl(url: string, method: string, params: readonly unknown[] = []): Promise<unknown> {
  const { stdout } = await run("curl", ["-s", "-d", JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }), url]);
  const answer = JSON.parse(stdout);
  if (answer.error !== undefined) throw new Error(answer.error.message);
  return answer.result;
}

async function withViem(guest: Visit): Promise<void> {
  const { chainId, url, addresses } = guest;
  const ether = { name: "Ether", symbol: "ETH", decimals: 18 };
  const chain = defineChain({ id: chainId, name: "crash", nativeCurrency: ether, rpcUrls: { default: { http: [url] } } });
  const reader = createPublicClient({ chain, transport: http(url), cacheTime: 0 });
  const account = privateKeyToAccount(guest.accounts[1]?.privateKey as `0x${string}`);
  const writer = createWalletClient({ chain, transport: http(url), account });
  expect(await reader.getChainId()).to.equal(chainId);

  const feed = {
    address: addresses["feed"] as `0x${string}`,
    abi: parseAbi(["function priceE8() view returns (uint256)"]),
    functionName: "priceE8",
  } as const;
  const price = await reader.readContract(feed);
  expect(String(price)).to.equal(((await guest.ask("crash_referencePrice")) as { priceE8: string }).priceE8);

  const usdc = {
    address: addresses["usdc"] as `0x${string}`,
    abi: parseAbi([
      "function approve(address,uint256) returns (bool)",
      "error FixedSupplyToken_InsufficientBalance(address,uint256,uint256)",
      "function transfer(address,uint256) returns (bool)",
    ]),
  };
  const hash = await writer.writeContract({ ...usdc, functionName: "approve", args: [addresses["router"] as `0x${string}`, 5n] });
  expect(await reader.getTransactionCount({ address: account.address, blockTag: "pending" })).to.equal(1);
  expect(await reader.getTransactionCount({ address: account.address })).to.equal(0);
  expect(await reader.getTransaction({ hash })).to.include({ hash, blockNumber: null, nonce: 0 });
  // Who bids what wallets bid may have to wait a few blocks for its turn.
  let height = await guest.step();
  for (let left = 10; left > 0 && (await guest.ask("eth_getTransactionReceipt", [hash])) === null; left -= 1) height = await guest.step();
  const receipt = await reader.getTransactionReceipt({ hash });
  expect(receipt).to.include({ status: "success", blockNumber: BigInt(height) });
  expect(await reader.getTransaction({ hash })).to.include({ hash, blockNumber: BigInt(height) });
  expect(await reader.readContract(feed), "the feed follows the reference").to.not.equal(price);

  const refused = await reader
    .simulateContract({ ...usdc, account, functionName: "transfer", args: [account.address, 10n ** 30n] })
    .catch((error: unknown) => error);
  expect(String(refused)).to.include("FixedSupplyToken_InsufficientBalance");
}

describe("clients of a served run", () => {
  it("viem reads, signs, estimates, sends and finds its receipt", async () => {
    const { crash, mev } = await visit(withViem, { scenario: findScenario("may-19-2021"), set: { "run.blocks": 12 } });
    expectIdentities(crash, 12);
    expect(crash.senders.find(({ sender }) => sender === "visitor")).to.include({ submitted: 1, mined: 1, reverted: 0, stillPending: 0 });
    expect(mev.transactions.account).to.include("visitor-2");
  });

  it("curl drives a whole run", async () => {
    const heights: number[] = [];
    const { crash } = await visit(
      async ({ url, accounts, sign }) => {
        expect(await curl(url, "eth_chainId")).to.equal("0x7a69");
        const first = Number(await curl(url, "eth_blockNumber"));
        const raw = sign(2, { nonce: 0, to: accounts[0]?.address ?? "", value: 7n, gasLimit: 21_000n });
        const hash = await curl(url, "eth_sendRawTransaction", [raw]);
        expect(await curl(url, "eth_getTransactionByHash", [hash])).to.include({ blockNumber: null, value: "0x7" });
        for (let i = 0; i < 3; i += 1) heights.push(Number(await curl(url, "crash_step")) - first);
        expect(await curl(url, "eth_getTransactionReceipt", [hash])).to.include({ status: "0x1" });
        await expectRefused(curl(url, "crash_step"));
      },
      { set: { "run.blocks": 3 } },
    );
    expect(heights).to.deep.equal([1, 2, 3]);
    expectIdentities(crash, 3);
  });
});

async function expectRefused(answer: Promise<unknown>): Promise<void> {
  expect(await answer.then(String, (error: Error) => error.message)).to.include("the run is over");
}

import { expect } from "chai";
import { AbiCoder, id } from "ethers";
import { describe, it } from "mocha";
import { amountOut } from "../../src/amm/uniswap-v2.ts";
import { walletAddress } from "../../src/venues/chain/layout.ts";
import { expectIdentities } from "../engine/expect-identities.ts";
import { holdingsOf } from "./holdings-of.ts";
import { pendingFeed, type Seen } from "./pending-feed.ts";
import { call } from "./random-acts.ts";
import { visit, type Visit } from "./visit.ts";

const SWAP = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";
const MAX = (1n << 256n) - 1n;
/** Nobody but traders who trade much and accept much, so that there is something to take. */
const SETTINGS = {
  "run.blocks": 25,
  "agents.arbitrageurs": 0,
  "agents.crossPoolArbitrageurs": 0,
  "agents.sandwichers": 0,
  "agents.backRunners": 0,
  "agents.liquidators": 0,
  "agents.poolHedgedShare": 0,
  "agents.turnover": 40,
  "agents.traderMedian": 700_000,
  "agents.traderSigma": 0.2,
  "agents.slippageTolerance": 0.2,
};

interface Trade {
  readonly amountIn: bigint;
  readonly path: readonly string[];
}

function tradeOf({ to, input }: Seen, router: string): Trade | null {
  if (to !== router || !input.startsWith(id(SWAP).slice(0, 10))) return null;
  const [amountIn, , path] = AbiCoder.defaultAbiCoder().decode(
    ["uint256", "uint256", "address[]", "address", "uint256"],
    `0x${input.slice(10)}`,
  );
  return { amountIn, path: [...path] };
}

/** The first trade of so many that waits, wrapped between two of the visitor's; and how many bundles were sent. */
async function sandwichAll(
  guest: Visit,
  blocks: number,
): Promise<{ readonly sent: number; readonly profit: number; readonly change: readonly bigint[] }> {
  const { router = "", pair = "", weth = "", usdc = "", builder = "" } = guest.addresses;
  const own = guest.accounts[0]?.address ?? "";
  const feed = await pendingFeed(guest.wsUrl);
  const nonceOf = async (): Promise<number> => Number(await guest.ask("eth_getTransactionCount", [own, "latest"]));
  for (const [nonce, to] of [weth, usdc].entries())
    await guest.ask("eth_sendRawTransaction", [guest.sign(0, { nonce, to, data: call("approve(address,uint256)", router, MAX) })]);
  const start = await holdingsOf(guest, own);
  let [sent, profit, before] = [0, 0, start];
  for (let block = 0; block < blocks; block += 1) {
    const price = Number(((await guest.ask("crash_referencePrice")) as { priceE8: string }).priceE8) / 1e8;
    const victim = feed
      .take()
      .flatMap((seen) => ({ seen, trade: tradeOf(seen, router) }))
      .find(({ trade }) => trade !== null);
    if (victim?.trade !== undefined && victim.trade !== null && block > 0) {
      const { path } = victim.trade;
      const reserves = (await guest.ask("eth_call", [{ to: pair, data: call("getReserves()") }, "latest"])) as string;
      const [reserve0 = 0n, reserve1 = 0n] = AbiCoder.defaultAbiCoder().decode(
        ["uint256", "uint256"],
        reserves.slice(0, 130),
      ) as unknown as bigint[];
      const isToken0In = BigInt(path[0] ?? 0) < BigInt(path[1] ?? 0);
      const [reserveIn, reserveOut] = isToken0In ? [reserve0, reserve1] : [reserve1, reserve0];
      const amountIn = reserveIn / 100n;
      const bought = amountOut(amountIn, reserveIn, reserveOut);
      const nonce = await nonceOf();
      const swap = (amount: bigint, by: readonly string[], step: number): string =>
        guest.sign(0, { nonce: nonce + step, to: router, data: call(SWAP, amount, 0, by, own, MAX) });
      const txs = [
        swap(amountIn, path, 0),
        victim.seen.raw,
        swap(bought, [...path].reverse(), 1),
        guest.sign(0, { nonce: nonce + 2, to: builder, value: 10n ** 15n, gasLimit: 21_000n }),
      ];
      const height = Number(await guest.ask("eth_blockNumber"));
      await guest.ask("eth_sendBundle", [{ txs, blockNumber: `0x${(height + 1).toString(16)}` }]);
      sent += 1;
    }
    await guest.step();
    const after = await holdingsOf(guest, own);
    const [base, quote, gas] = after.map((amount, i) => Number(amount - (before[i] ?? 0n))) as [number, number, number];
    profit += ((base + gas) / 1e18) * price + quote / 1e6;
    before = after;
  }
  feed.close();
  return { sent, profit, change: before.map((amount, i) => amount - (start[i] ?? 0n)) };
}

describe("a visitor's bundles around public trades", () => {
  it("are included whole, found to be sandwiches, and the visitor's gain in the ledger is that of its balances", async () => {
    let done: Awaited<ReturnType<typeof sandwichAll>> | undefined;
    const { mev, crash } = await visit(
      async (guest) => {
        done = await sandwichAll(guest, 20);
      },
      { set: SETTINGS },
    );
    expectIdentities(crash, 25);
    const searcher = mev.searchers.find(({ account }) => account === "visitor-1");
    expect(done?.sent).to.be.above(5);
    expect(searcher).to.include({ sender: "visitor", bundlesOffered: done?.sent, bundlesIncluded: done?.sent, reverted: 0 });
    expect(mev.bundlesLeftOut).to.deep.equal({});

    const { kind, account, victims } = mev.extractions;
    const own = kind.flatMap((each, i) => (each === "sandwich" && account[i] === "visitor-1" ? [i] : []));
    expect(own.length, "of those with a profit").to.be.above(3);
    for (const i of own) expect(victims[i], "the trade between").to.match(/^\d+$/);
    expect(mev.traders.find(({ sender }) => sender === "trader")?.sandwiched).to.equal(own.length);

    const row = mev.participants.find(({ participant }) => participant === "visitor");
    expect([row?.base, row?.quote, row?.gas]).to.deep.equal(done?.change.map(String));
    expect(row?.profit).to.be.closeTo(done?.profit ?? NaN, 0.01);
    expect(row?.profit).to.equal(searcher?.profit);

    const { block, index, channel } = mev.transactions;
    for (const [i, each] of mev.transactions.account.entries()) {
      if (each !== "visitor-1" || channel[i] !== "bundle" || mev.transactions.side[i] === "") continue;
      const beside = [i - 1, i + 1].map((other) => (block[other] === block[i] ? mev.transactions.account[other] : ""));
      expect(
        beside.some((other) => other?.startsWith("trader-")),
        `block ${block[i]}, place ${index[i]}: a trader's is next`,
      ).to.equal(true);
    }
  });

  it("pay with the ETH that they send to the builder, and with what their gas brings it", async () => {
    const { mev } = await visit(
      async (guest) => {
        const own = guest.accounts.map(({ address }) => address);
        const height = Number(await guest.ask("eth_blockNumber"));
        const blockNumber = `0x${(height + 1).toString(16)}`;
        const pay = (who: number, value: bigint, tip: bigint): string =>
          guest.sign(who, { nonce: 0, to: walletAddress("coinbase"), value, gasLimit: 21_000n, maxPriorityFeePerGas: tip });
        const plain = 1_000n * 10n ** 9n;
        await guest.ask("eth_sendBundle", [{ txs: [pay(0, 10n ** 15n, plain)], blockNumber }]);
        await guest.ask("eth_sendBundle", [{ txs: [pay(1, 3n * 10n ** 16n, plain)], blockNumber }]);
        await guest.ask("eth_sendBundle", [{ txs: [pay(2, 10n ** 15n, 2n * plain)], blockNumber }]);
        const tried = (await guest.ask("eth_callBundle", [
          { txs: [pay(1, 3n * 10n ** 16n, plain)], blockNumber, stateBlockNumber: "latest" },
        ])) as {
          readonly ethSentToCoinbase: string;
          readonly totalGasUsed: number;
          readonly coinbaseDiff: string;
        };
        expect(tried).to.include({ ethSentToCoinbase: String(3n * 10n ** 16n), totalGasUsed: 21_000 });
        expect(tried.coinbaseDiff).to.equal(String(3n * 10n ** 16n + 21_000n * plain));
        expect(own).to.have.length(3);
        await guest.step();
      },
      { set: { ...SETTINGS, "run.blocks": 2, "agents.turnover": 0 } },
    );
    const first = mev.transactions.account.filter((_, i) => mev.transactions.block[i] === 1);
    expect(first.filter((account) => account.startsWith("visitor-"))).to.deep.equal(["visitor-2", "visitor-3", "visitor-1"]);
  });
});

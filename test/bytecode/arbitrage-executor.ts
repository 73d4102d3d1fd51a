import { expect } from "chai";
import { after, beforeEach, afterEach, before, describe, it } from "mocha";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { toPrice, valueAt } from "../../src/core/units.ts";
import type { PoolState } from "../../src/core/words.ts";
import type { Contract } from "./local-chain.ts";
import { deposit, openPair, readPair, type PairOnChain } from "./pair-on-chain.ts";
import { swapToPriceCases } from "../amm/published-cases.ts";

const stock = 10n ** 24n;

describe("bytecode: the optimal arbitrage through the executor", () => {
  let on: PairOnChain;
  let executor: Contract;
  let snapshot: unknown;
  before(async () => {
    on = await openPair();
    executor = await on.chain.deploy("ArbitrageExecutor", on.trader, on.pair.address);
    for (const token of [on.token0, on.token1]) await on.chain.send(token, "transfer", executor.address, stock);
  });
  beforeEach(async () => {
    snapshot = await on.chain.request("evm_snapshot");
  });
  afterEach(() => on.chain.request("evm_revert", snapshot));
  after(() => on.chain.close());

  const thousand: PoolState = { base: 1_000n * 10n ** 18n, quote: 2_000_000n * 10n ** 6n, supply: 0n };
  const ten: PoolState = { base: 10n ** 19n, quote: 10n ** 21n, supply: 0n };
  const cases: readonly [title: string, state: PoolState, price: bigint][] = [
    ["own vector, 1000/2,000,000 at 1800", thousand, toPrice(1800)],
    ["own vector, 1000/2,000,000 at 2500", thousand, toPrice(2500)],
    ...swapToPriceCases.map(({ token1PerToken0 }): [string, PoolState, bigint] => [
      `published reserves, 10/1000 to 1:${token1PerToken0}`,
      ten,
      token1PerToken0 * valueAt(0n, 1n, 1n),
    ]),
  ];

  for (const [title, state, price] of cases) {
    it(`earns on the pair what the model says: ${title}`, async () => {
      const { chain, token0, token1 } = on;
      await deposit(on, state.base, state.quote);
      const trade = optimalArbitrage(state, price, price)!;
      const [base0, quote0] = [
        await chain.number(token0, "balanceOf", executor.address),
        await chain.number(token1, "balanceOf", executor.address),
      ];
      await chain.send(executor, "swap", trade.side === "sell", trade.amountIn, trade.amountOut);
      const base = (await chain.number(token0, "balanceOf", executor.address)) - base0;
      const quote = (await chain.number(token1, "balanceOf", executor.address)) - quote0;
      expect([base, quote]).to.deep.equal(trade.side === "sell" ? [-trade.amountIn, trade.amountOut] : [trade.amountOut, -trade.amountIn]);
      expect(valueAt(base, quote, price)).to.equal(trade.profit);
      const expected = swap(state, trade.side, trade.amountIn).state;
      const { reserve0, reserve1 } = await readPair(on);
      expect([reserve0, reserve1]).to.deep.equal([expected.base, expected.quote]);
      expect(optimalArbitrage({ base: reserve0, quote: reserve1, supply: 0n }, price, price)?.profit ?? 0n).to.equal(0n);
    });
  }

  it("reverts with both amounts when the pair would pay less than is needed, and trades at exactly that", async () => {
    const { chain } = on;
    await deposit(on, thousand.base, thousand.quote);
    const { amountIn, amountOut } = optimalArbitrage(thousand, toPrice(1800), toPrice(1800))!;
    const revert = await revertOf(chain.read(executor, "swap", true, amountIn, amountOut + 1n), executor);
    expect(revert).to.deep.equal(["ArbitrageExecutor_BelowMinimumProfit", amountOut, amountOut + 1n]);
    await chain.send(executor, "swap", true, amountIn, amountOut);
    // A second one, decided from the pool as it was, finds the pool moved.
    const { amountOut: left } = swap(swap(thousand, "sell", amountIn).state, "sell", amountIn);
    const late = await revertOf(chain.read(executor, "swap", true, amountIn, amountOut), executor);
    expect(late).to.deep.equal(["ArbitrageExecutor_BelowMinimumProfit", left, amountOut]);
  });

  it("reverts for anyone but its owner", async () => {
    const { chain, token0 } = on;
    await deposit(on, thousand.base, thousand.quote);
    const stranger = chain.accounts[1]!;
    for (const [name, args] of [
      ["swap", [true, 1n, 0n]],
      ["withdraw", [token0.address, stranger, 1n]],
    ] as const) {
      const data = executor.abi.encodeFunctionData(name, args);
      const revert = await revertOf(chain.request("eth_call", { from: stranger, to: executor.address, data }, "latest"), executor);
      expect(String(revert[0])).to.equal("ArbitrageExecutor_NotOwner");
      expect(String(revert[1]).toLowerCase()).to.equal(stranger.toLowerCase());
    }
  });

  it("sends its stock to the bridge on its owner's word", async () => {
    const { chain, token1 } = on;
    const bridge = chain.accounts[2]!;
    await chain.send(executor, "withdraw", token1.address, bridge, 123n);
    expect(await chain.number(token1, "balanceOf", bridge)).to.equal(123n);
    expect(await chain.number(token1, "balanceOf", executor.address)).to.equal(stock - 123n);
  });
});

/** Name and arguments of the custom error that a call reverts with. */
async function revertOf(call: Promise<unknown>, contract: Contract): Promise<readonly unknown[]> {
  try {
    await call;
  } catch (error) {
    const data = revertData(error);
    const parsed = data === undefined ? null : contract.abi.parseError(data);
    if (parsed !== null) return [parsed.name, ...parsed.args.toArray()];
    throw error;
  }
  throw new Error("nothing was reverted");
}

/** The provider hands the revert's data over at the error itself or inside an object. */
function revertData(error: unknown): string | undefined {
  const data = (error as { data?: unknown }).data;
  if (typeof data === "string") return data;
  const inner = (data as { data?: unknown } | undefined)?.data;
  return typeof inner === "string" ? inner : undefined;
}

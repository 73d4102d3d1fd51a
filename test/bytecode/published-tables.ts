import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { isqrt } from "../../src/amm/integer-square-root.ts";
import { amountOut } from "../../src/amm/uniswap-v2.ts";
import { optimisticCases, swapCases, swapToPriceCases } from "../amm/published-cases.ts";
import { deposit, openPair, readPair, type PairOnChain } from "./pair-on-chain.ts";
import { expectRejection } from "./rejection.ts";

const token = 10n ** 18n;
const refusal = "UniswapV2: K";

describe("bytecode: the tables of Uniswap's own tests, to the wei", () => {
  let on: PairOnChain;
  beforeEach(async () => {
    on = await openPair();
  });
  afterEach(() => on.chain.close());

  for (const { title, amountIn, reserve0, reserve1, amountOut: out } of swapCases) {
    it(title, async () => {
      const { chain, trader, pair, token0 } = on;
      await deposit(on, reserve0, reserve1);
      await chain.send(token0, "transfer", pair.address, amountIn);
      await expectRejection(chain.send(pair, "swap", 0, out + 1n, trader, "0x"), refusal);
      await chain.send(pair, "swap", 0, out, trader, "0x");
      const after = { reserve0: reserve0 + amountIn, reserve1: reserve1 - out };
      expect(await readPair(on)).to.deep.equal({ ...after, balance0: after.reserve0, balance1: after.reserve1 });
    });
  }

  for (const { title, amountIn, reserve0, reserve1, amountOut: out } of optimisticCases) {
    it(title, async () => {
      const { chain, trader, pair, token0 } = on;
      await deposit(on, reserve0, reserve1);
      await chain.send(token0, "transfer", pair.address, amountIn);
      await expectRejection(chain.send(pair, "swap", out + 1n, 0, trader, "0x"), refusal);
      await chain.send(pair, "swap", out, 0, trader, "0x");
      expect((await readPair(on)).reserve0).to.equal(reserve0 + amountIn - out);
    });
  }

  for (const feeTo of ["off", "on"] as const) {
    it(`feeTo ${feeTo}: swap one token1 into 1000/1000 and burn everything`, async () => {
      const { chain, trader, factory, pair, token0, token1 } = on;
      const collector = chain.accounts[1]!;
      if (feeTo === "on") await chain.send(factory, "setFeeTo", collector);
      await deposit(on, 1000n * token, 1000n * token);
      await chain.send(token1, "transfer", pair.address, token);
      await chain.send(pair, "swap", 996006981039903216n, 0, trader, "0x");
      await chain.send(pair, "transfer", pair.address, 1000n * token - 1000n);
      await chain.send(pair, "burn", trader);
      const fee = feeTo === "on" ? 249750499251388n : 0n;
      expect(await chain.number(pair, "totalSupply")).to.equal(1000n + fee);
      expect(await chain.number(pair, "balanceOf", collector)).to.equal(fee);
      if (feeTo === "off") return;
      expect(await chain.number(token0, "balanceOf", pair.address)).to.equal(1000n + 249501683697445n);
      expect(await chain.number(token1, "balanceOf", pair.address)).to.equal(1000n + 250000187312969n);
      // Whitepaper section 2.4, equation 7: a sixth of the growth of √k.
      const [before, after] = [1000n * token, isqrt(1001n * token * (1000n * token - 996006981039903216n))];
      expect((1000n * token * (after - before)) / (5n * after + before)).to.equal(fee);
    });
  }

  it("cumulative prices: 3/3 for ten seconds, then 6/2 for ten seconds", async () => {
    const { chain, trader, pair, token0 } = on;
    await deposit(on, 3n * token, 3n * token);
    const [, , start] = await chain.read(pair, "getReserves");
    const cumulative = async () => [await chain.number(pair, "price0CumulativeLast"), await chain.number(pair, "price1CumulativeLast")];
    const at = (seconds: bigint) => chain.request("evm_setNextBlockTimestamp", `0x${((start as bigint) + seconds).toString(16)}`);
    const one = 2n ** 112n;

    await at(1n);
    await chain.send(pair, "sync");
    expect(await cumulative()).to.deep.equal([one, one]);
    await at(2n);
    await chain.send(token0, "transfer", pair.address, 3n * token);
    await at(10n);
    await chain.send(pair, "swap", 0, token, trader, "0x");
    expect(await cumulative()).to.deep.equal([10n * one, 10n * one]);
    await at(20n);
    await chain.send(pair, "sync");
    expect(await cumulative()).to.deep.equal([10n * one + 10n * ((2n * one) / 6n), 10n * one + 10n * ((6n * one) / 2n)]);
  });

  for (const { token1PerToken0, zeroForOne, amountIn, amountOut: out } of swapToPriceCases) {
    it(`ExampleSwapToPrice moves 10/1000 to 1:${token1PerToken0}`, async () => {
      const { chain, trader, factory, pair, token0, token1 } = on;
      const weth = await chain.deploy("WETH9");
      const router = await chain.deploy("UniswapV2Router02", factory.address, weth.address);
      const example = await chain.deploy("ExampleSwapToPrice", factory.address, router.address);
      // As there: sent to the empty pair and synced, without a mint.
      await chain.send(token0, "transfer", pair.address, 10n * token);
      await chain.send(token1, "transfer", pair.address, 1000n * token);
      await chain.send(pair, "sync");
      const most = 2n ** 256n - 1n;
      for (const each of [token0, token1]) await chain.send(each, "approve", example.address, most);
      await chain.send(example, "swapToPrice", token0.address, token1.address, 1, token1PerToken0, most, most, trader, most);
      const [change0, change1] = zeroForOne ? [amountIn, -out] : [-out, amountIn];
      const { reserve0, reserve1 } = await readPair(on);
      expect([reserve0 - 10n * token, reserve1 - 1000n * token]).to.deep.equal([change0, change1]);
      const [reserveIn, reserveOut] = zeroForOne ? [10n * token, 1000n * token] : [1000n * token, 10n * token];
      expect(amountOut(amountIn, reserveIn, reserveOut)).to.equal(out);
    });
  }
});

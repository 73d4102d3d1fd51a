import { expect } from "chai";
import hre from "hardhat";
import { after, before, describe, it } from "mocha";
import { swapFee } from "../../../src/amm/swap-fee.ts";
import { amountOut as modelOutput } from "../../../src/amm/uniswap-v2.ts";
import type { Side } from "../../../src/core/words.ts";
import { publishedArtifact } from "../../../src/venues/chain/artifacts.ts";
import { openPoolLab } from "../../../src/venues/chain/lab/open-pool-lab.ts";
import type { LabAsset, PoolLab } from "../../../src/venues/chain/lab/pool-lab.ts";
import type { PoolBinding } from "../../../src/venues/chain/pool-binding.ts";
import { selector } from "../../../src/venues/chain/selectors.ts";
import { v2Pair } from "../../../src/venues/chain/v2-pair.ts";
import { optimisticCases, swapCases, swapToPriceCases, type SwapCase } from "../../amm/published-cases.ts";
import { feePair } from "./fee-pair.ts";

const token = 10n ** 18n;
const one = 2n ** 112n;
const DECIMALS = { base: { decimals: 18 }, quote: { decimals: 18 } };

/** What a table is run through: a pair, its fee and how it refuses a product that is too small. */
interface Bound {
  readonly title: string;
  readonly make: () => Promise<PoolBinding>;
  readonly refusal: string;
}

const published: Bound = {
  title: "the published pair, bound",
  make: async () => v2Pair({ artifact: publishedArtifact("UniswapV2Pair") }),
  refusal: "UniswapV2: K",
};
const cleanRoom: Bound = { title: "our own pair at 0.3 %", make: () => feePair(3_000), refusal: selector("Pair_Product()") };
const fork: Bound = { title: "a fork at 0.25 %", make: () => feePair(2_500), refusal: selector("Pair_Product()") };

/**
 * Worked out by hand at 0.25 %, where 399 of 400 parts are traded:
 * 1 into 5/10 buys 399·10/(5·400 + 399) = 3990/2399 = 1.663192997082117548…;
 * 1 into 10/10 buys 399·10/(10·400 + 399) = 3990/4399 = 0.907024323709934075…;
 * 1 into 1000/1000 buys 399·1000/(1000·400 + 399) = 399000/400399 = 0.996505985279683515…;
 * of one token paid and taken in the same token, 399/400 = 0.9975 may be taken.
 */
const byHand: ReadonlyMap<string, bigint> = new Map([
  ["1/5/10", 1663192997082117548n],
  ["1/10/10", 907024323709934075n],
  ["1/1000/1000", 996505985279683515n],
]);
const forkSwaps = swapCases.map(({ amountIn, reserve0, reserve1 }): SwapCase => {
  const amountOut = modelOutput(amountIn, reserve0, reserve1, swapFee(0.0025));
  const title = `${amountIn / token} into ${reserve0 / token}/${reserve1 / token} buys ${amountOut} wei`;
  return { title, amountIn, reserve0, reserve1, amountOut };
});
const forkOptimistic = optimisticCases.map(({ amountIn, reserve0, reserve1 }): SwapCase => {
  const amountOut = (amountIn * 399n) / 400n;
  return {
    title: `${amountOut} wei out of ${reserve0 / token}/${reserve1 / token} for ${amountIn} of the same`,
    amountIn,
    reserve0,
    reserve1,
    amountOut,
  };
});

const assets = (side: Side): readonly ["base" | "quote", "base" | "quote"] => (side === "sell" ? ["base", "quote"] : ["quote", "base"]);
const amounts = (asset: LabAsset, amount: bigint): { base: bigint; quote: bigint } =>
  asset === "base" ? { base: amount, quote: 0n } : { base: 0n, quote: amount };
/** Reserves of a case, the token that is paid first. */
const reserves = (side: Side, paid: bigint, taken: bigint): { base: bigint; quote: bigint } =>
  side === "sell" ? { base: paid, quote: taken } : { base: taken, quote: paid };

function tables({ title, make, refusal }: Bound, swaps: readonly SwapCase[], optimistic: readonly SwapCase[]): void {
  describe(`venues: the tables of Uniswap's own tests through a laboratory, to the wei: ${title}`, () => {
    let lab: PoolLab;
    before(async () => {
      lab = await openPoolLab(hre.network, await make(), DECIMALS);
    });
    after(() => lab.close());
    const fill = async ({ base, quote }: { base: bigint; quote: bigint }): Promise<void> => {
      expect((await lab.do(lab.addCall("alice", base, quote))).success).to.equal(true);
    };
    const cases = (table: readonly SwapCase[], run: (side: Side, each: SwapCase) => Promise<void>): void => {
      for (const each of table)
        for (const side of ["sell", "buy"] as const)
          it(`${each.title} (${side})`, () =>
            lab.tentatively(async () => {
              await fill(reserves(side, each.reserve0, each.reserve1));
              await run(side, each);
            }));
    };

    cases(swaps, async (side, { amountIn, reserve0, reserve1, amountOut }) => {
      const [paid, taken] = assets(side);
      expect(await lab.quote(side, amountIn)).to.equal(amountOut);
      await lab.tentatively(async () => {
        expect((await lab.do(lab.swapCall("bob", side, amountIn, amountOut))).gained[taken]).to.equal(amountOut);
      });
      await lab.do(lab.sendCall("bob", paid, "pair", amountIn));
      const more = await lab.do(lab.rawSwapCall("bob", amounts(taken, amountOut + 1n)));
      expect([more.success, more.reason]).to.deep.equal([false, refusal]);
      const swapped = await lab.do(lab.rawSwapCall("bob", amounts(taken, amountOut)));
      expect([swapped.success, swapped.gained[taken]]).to.deep.equal([true, amountOut]);
      expect(await lab.state()).to.include(reserves(side, reserve0 + amountIn, reserve1 - amountOut));
      expect(await lab.balance("pair", paid)).to.equal(reserve0 + amountIn);
      expect(await lab.balance("pair", taken)).to.equal(reserve1 - amountOut);
    });

    cases(optimistic, async (side, { amountIn, reserve0, reserve1, amountOut }) => {
      const [paid] = assets(side);
      await lab.do(lab.sendCall("bob", paid, "pair", amountIn));
      const more = await lab.do(lab.rawSwapCall("bob", amounts(paid, amountOut + 1n)));
      expect([more.success, more.reason]).to.deep.equal([false, refusal]);
      expect((await lab.do(lab.rawSwapCall("bob", amounts(paid, amountOut)))).gained[paid]).to.equal(amountOut);
      expect(await lab.state()).to.include(reserves(side, reserve0 + amountIn - amountOut, reserve1));
    });

    it("mint: 1 and 4 tokens are 2 of liquidity, of which 1000 units are locked", () =>
      lab.tentatively(async () => {
        const { gained } = await lab.do(lab.addCall("alice", token, 4n * token));
        expect(gained.liquidity).to.equal(2n * token - 1000n);
        expect(await lab.state()).to.deep.equal({ base: token, quote: 4n * token, supply: 2n * token });
      }));

    it("burn: all of 3/3 leaves 1000 units of each", () =>
      lab.tentatively(async () => {
        await fill({ base: 3n * token, quote: 3n * token });
        await lab.do(lab.sendCall("alice", "liquidity", "pair", 3n * token - 1000n));
        const { gained } = await lab.do(lab.pairCall("alice", "burn(address)", [lab.address("alice")]));
        expect(gained).to.deep.equal({ base: 3n * token - 1000n, quote: 3n * token - 1000n, liquidity: 0n });
        expect(await lab.state()).to.deep.equal({ base: 1000n, quote: 1000n, supply: 1000n });
      }));

    it("cumulative prices: 3/3 for ten seconds, then 6/2 for ten seconds", () =>
      lab.tentatively(async () => {
        const { pair, baseIsToken0 } = lab.places;
        const sync = lab.pairCall("alice", "sync()", []);
        const cumulative = async (): Promise<readonly bigint[]> => {
          const sums = ["price0CumulativeLast()", "price1CumulativeLast()"].map((each) => lab.read(pair, selector(each)));
          const [first, second] = (await Promise.all(sums)).map((each) => BigInt(each ?? "0x0"));
          return baseIsToken0 ? [first!, second!] : [second!, first!];
        };
        await fill({ base: 3n * token, quote: 3n * token });
        await lab.do(sync, 1);
        expect(await cumulative()).to.deep.equal([one, one]);
        await lab.do(lab.sendCall("alice", "base", "pair", 3n * token), 1);
        expect((await lab.do(lab.rawSwapCall("alice", amounts("quote", token)), 8)).success).to.equal(true);
        expect(await cumulative()).to.deep.equal([10n * one, 10n * one]);
        await lab.do(sync, 10);
        expect(await cumulative()).to.deep.equal([10n * one + 10n * ((2n * one) / 6n), 10n * one + 10n * ((6n * one) / 2n)]);
      }));
  });
}

tables(published, swapCases, optimisticCases);
tables(cleanRoom, swapCases, optimisticCases);
tables(fork, forkSwaps, forkOptimistic);

for (const { title, make } of [published, cleanRoom])
  describe(`venues: more of Uniswap's own numbers through a laboratory: ${title}`, () => {
    let lab: PoolLab;
    before(async () => {
      lab = await openPoolLab(hre.network, await make(), DECIMALS);
    });
    after(() => lab.close());

    for (const { token1PerToken0, zeroForOne, amountIn, amountOut } of swapToPriceCases)
      it(`ExampleSwapToPrice: the swap that moves 10/1000 to 1:${token1PerToken0}`, () =>
        lab.tentatively(async () => {
          // As there: sent to the empty pair and synced, without a mint.
          await lab.do(lab.sendCall("alice", "base", "pair", 10n * token));
          await lab.do(lab.sendCall("alice", "quote", "pair", 1000n * token));
          await lab.do(lab.pairCall("alice", "sync()", []));
          const { gained } = await lab.do(lab.swapCall("bob", zeroForOne ? "sell" : "buy", amountIn));
          expect(gained).to.include(zeroForOne ? { base: -amountIn, quote: amountOut } : { quote: -amountIn, base: amountOut });
        }));

    it("feeTo off: swap one token into 1000/1000 and burn everything", () =>
      lab.tentatively(async () => {
        const out = 996006981039903216n;
        await lab.do(lab.addCall("alice", 1000n * token, 1000n * token));
        await lab.do(lab.sendCall("alice", "quote", "pair", token));
        await lab.do(lab.rawSwapCall("alice", amounts("base", out)));
        await lab.do(lab.sendCall("alice", "liquidity", "pair", 1000n * token - 1000n));
        await lab.do(lab.pairCall("alice", "burn(address)", [lab.address("alice")]));
        // The 1000 of 10^21 units of liquidity that are locked are worth 999.004 units of the one and 1001 of the other; what is paid out is rounded down, so what remains is rounded up.
        expect(await lab.state()).to.deep.equal({ base: 1000n, quote: 1001n, supply: 1000n });
      }));
  });

describe("venues: what of Uniswap's own tests does not apply to a pair that is bound", () => {
  it("feeTo on: whoever makes the published pair answers that nobody gets the protocol's fee, so none is ever minted", async () => {
    const lab = await openPoolLab(hre.network, await published.make(), DECIMALS);
    const { pair } = lab.places;
    const factory = `0x${(await lab.read(pair, selector("factory()")))!.slice(-40)}`;
    expect(BigInt((await lab.read(factory, selector("feeTo()")))!)).to.equal(0n);
    await lab.do(lab.addCall("alice", 1000n * token, 1000n * token));
    await lab.do(lab.swapCall("bob", "buy", token));
    await lab.do(lab.addCall("alice", token, token));
    expect(BigInt((await lab.read(pair, selector("kLast()")))!)).to.equal(0n);
    const held = await Promise.all([lab.balance("alice", "liquidity"), lab.balanceAt(`0x${"0".repeat(40)}`, "liquidity")]);
    expect((await lab.state()).supply).to.equal(held[0] + held[1]);
    await lab.close();
  });

  it("feeTo on: our own pairs have no protocol fee, and no function that would know of one", async () => {
    const { abi } = await hre.artifacts.readArtifact("FeePair");
    const names = abi.map((each) => ("name" in each ? each.name : ""));
    expect(names).to.include("getReserves");
    expect(names.filter((name) => ["kLast", "factory", "feeTo"].includes(name))).to.deep.equal([]);
  });
});

describe("venues: the numbers of a fork at 0.25 %", () => {
  it("are those worked out by hand", () => {
    const found = forkSwaps.map(({ amountIn, reserve0, reserve1, amountOut }) => [
      `${amountIn / token}/${reserve0 / token}/${reserve1 / token}`,
      amountOut,
    ]);
    expect(new Map(found as [string, bigint][])).to.include.all.keys(...byHand.keys());
    for (const [name, out] of byHand) expect(new Map(found as [string, bigint][]).get(name)).to.equal(out);
    expect(forkOptimistic[0]!.amountOut).to.equal(997500000000000000n);
  });
});

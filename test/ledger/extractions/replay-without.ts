import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addLiquidity, removeLiquidity, swap } from "../../../src/amm/uniswap-v2.ts";
import type { Deed } from "../../../src/ledger/extractions/deed.ts";
import { poolSwaps, type PoolSwap } from "../../../src/ledger/extractions/pool-swaps.ts";
import { replayWithout } from "../../../src/ledger/extractions/replay-without.ts";
import { POOL } from "../transactions.ts";
import { anyBlockOn } from "./any-block.ts";
import { play, type Step } from "./play.ts";

const onA = (deeds: readonly Deed[]): readonly PoolSwap[] => poolSwaps(deeds).get("A") ?? [];

/** Which swaps to leave out. */
const choice = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 });

describe("a block without some of its swaps", () => {
  it("is the block itself when nothing is missing: nobody lost or gained", () => {
    fc.assert(
      fc.property(anyBlockOn("A"), (steps) => {
        const window = onA(play(steps));
        fc.pre(window.length > 0);
        const { rest, poolGain } = replayWithout(window, []);
        expect(rest.every(({ lost }) => lost === 0n)).to.be.true;
        expect(poolGain).to.deep.equal({ base: 0n, quote: 0n });
      }),
    );
  });

  it("conserves each token to the smallest unit: what the missing gained and the pool gained is what the rest lost", () => {
    fc.assert(
      fc.property(anyBlockOn("A"), choice, (steps, isMissing) => {
        const window = onA(play(steps));
        fc.pre(window.length > 0);
        const missing = window.filter((_, i) => isMissing[i]);
        const { rest, poolGain } = replayWithout(window, missing);
        const sums = { base: poolGain.base, quote: poolGain.quote };
        for (const { swap: each } of missing) {
          const [paid, received] = each.side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
          sums[paid] -= each.amountIn;
          sums[received] += each.amountOut;
        }
        for (const { swap: each, lost } of rest) sums[each.side === "sell" ? "quote" : "base"] -= lost;
        expect(sums).to.deep.equal({ base: 0n, quote: 0n });
      }),
    );
  });

  it("gives the others what the pair's model gives them, played from the start", () => {
    fc.assert(
      fc.property(anyBlockOn("A"), choice, (steps, isMissing) => {
        const window = onA(play(steps));
        fc.pre(window.length > 0);
        const { rest, poolGain } = replayWithout(
          window,
          window.filter((_, i) => isMissing[i]),
        );
        let pool = window[0]!.swap.before;
        for (const { swap: each, lost } of rest) {
          const next = swap(pool, each.side, each.amountIn);
          expect(next.amountOut - each.amountOut).to.equal(lost);
          pool = next.state;
        }
        const { after } = window.at(-1)!.swap;
        expect(poolGain).to.deep.equal({ base: after.base - pool.base, quote: after.quote - pool.quote });
      }),
    );
  });

  const trade = (account: string, amount: bigint): Step => ({ account, swaps: [{ side: "buy", amount }] });

  it("carries a withdrawal over exactly", () => {
    const remove = POOL.supply / 7n;
    const window = onA(play([trade("s", 40_000_000_000n), { account: "lp", liquidity: { remove } }, trade("v", 50_000_000_000n)]));
    const { rest } = replayWithout(window, window.slice(0, 1));
    const without = swap(removeLiquidity(POOL, remove).state, "buy", 50_000_000_000n).amountOut;
    expect(rest[0]!.lost).to.equal(without - window[1]!.swap.amountOut);
  });

  it("carries a deposit over as one that mints as many tokens", () => {
    const add = [10n ** 21n, 10n ** 12n] as const;
    const window = onA(play([trade("s", 40_000_000_000n), { account: "lp", liquidity: { add } }, trade("v", 50_000_000_000n)]));
    const { rest } = replayWithout(window, window.slice(0, 1));
    const minted = window[1]!.swap.before.supply - POOL.supply;
    const needed = [(POOL.base * minted) / POOL.supply + 1n, (POOL.quote * minted) / POOL.supply + 1n] as const;
    const deposit = addLiquidity(POOL, ...needed);
    expect(Number(deposit.minted) / Number(minted)).to.be.closeTo(1, 1e-9);
    const without = swap(deposit.state, "buy", 50_000_000_000n).amountOut;
    expect(Number(rest[0]!.lost) / Number(without - window[1]!.swap.amountOut)).to.be.closeTo(1, 1e-6);
  });
});

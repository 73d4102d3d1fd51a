import { expect } from "chai";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { emptyPair, mint, type PairState, swap } from "../../src/amm/pair.ts";
import { Refusal } from "../../src/amm/refusal.ts";
import { amountOut, largestReserve } from "../../src/amm/uniswap-v2.ts";
import { type AverageOracle, openAverageOracle, pokeAverageOracle } from "../../src/lending/average-oracle.ts";
import { spotPriceE8 } from "../../src/lending/oracle-price.ts";
import { deployOwn } from "./lending-on-chain.ts";
import { reasonOf } from "./lending-reason.ts";
import type { Contract } from "./local-chain.ts";
import { openPair, type PairOnChain } from "./pair-on-chain.ts";

const SEQUENCES = 20;
const LONGEST = 40;
const SEED = Number(process.env["LENDING_SEED"] ?? Date.now() % 2 ** 31);
const WRAP = 2 ** 32;
const PPM = 1_000_000n;

/** One of the pair's tokens as base, on the chain and in the model, whose pair always has base first. */
interface Side {
  readonly baseIsToken0: boolean;
  readonly spot: Contract;
  readonly average: Contract;
  readonly model: AverageOracle;
}

const step = fc.record({
  seconds: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2_000 })),
  what: fc.constantFrom("swap", "poke", "nothing"),
  zeroForOne: fc.boolean(),
  /** Of the reserve that is paid into. */
  sharePpm: fc.integer({ min: 1, max: 2_000_000 }),
});
/** Everyday reserves of either order, equal ones, and the ends of what a pair can hold. */
const reserves = fc.constantFrom<readonly [bigint, bigint]>(
  [1_000n * 10n ** 18n, 194_000n * 10n ** 6n],
  [194_000n * 10n ** 6n, 1_000n * 10n ** 18n],
  [3n * 10n ** 18n, 3n * 10n ** 18n],
  [largestReserve / 8n, 10n ** 6n],
);
const sequence = fc.record({
  reserves,
  start: fc.constantFrom(0, WRAP - 500),
  period: fc.constantFrom(1, 60, 600),
  steps: fc.noBias(fc.array(step, { maxLength: LONGEST, size: "max" })),
});

describe("bytecode: the pair's oracles and their model, over random swaps and waits", () => {
  let on: PairOnChain;
  before(async () => {
    on = await openPair();
  });
  after(() => on.chain.close());

  const at = (time: number): Promise<unknown> => on.chain.request("evm_setNextBlockTimestamp", `0x${time.toString(16)}`);
  const now = async (): Promise<number> =>
    Number(((await on.chain.request("eth_getBlockByNumber", "latest", false)) as { timestamp: string }).timestamp);

  async function deposited(amounts: readonly [bigint, bigint], time: number): Promise<PairState> {
    const { chain, trader, pair, token0, token1 } = on;
    await chain.send(token0, "transfer", pair.address, amounts[0]);
    await chain.send(token1, "transfer", pair.address, amounts[1]);
    await at(time);
    await chain.send(pair, "mint", trader);
    return mint(emptyPair, { base: amounts[0], quote: amounts[1] }, { time, feeOn: false }).pair;
  }

  async function swapped(pair: PairState, zeroForOne: boolean, sharePpm: number, time: number): Promise<PairState> {
    const [reserveIn, reserveOut] = zeroForOne ? [pair.base, pair.quote] : [pair.quote, pair.base];
    const wanted = (reserveIn * BigInt(sharePpm)) / PPM;
    const amountIn = wanted < largestReserve - reserveIn ? wanted : largestReserve - reserveIn;
    const out = amountIn > 0n ? amountOut(amountIn, reserveIn, reserveOut) : 0n;
    if (out === 0n) return pair;
    const [in0, in1, out0, out1] = zeroForOne ? [amountIn, 0n, 0n, out] : [0n, amountIn, out, 0n];
    await at(time - 1);
    await on.chain.send(zeroForOne ? on.token0 : on.token1, "transfer", on.pair.address, amountIn);
    await at(time);
    await on.chain.send(on.pair, "swap", out0, out1, on.trader, "0x");
    return swap(pair, { base: pair.base + in0, quote: pair.quote + in1 }, { base: out0, quote: out1 }, time).pair;
  }

  async function poked(side: Side, pair: PairState, period: number, time: number): Promise<{ side: Side; reason?: string }> {
    const call = async (): Promise<string | undefined> => {
      try {
        await at(time);
        await on.chain.send(side.average, "poke");
        return undefined;
      } catch (error) {
        return reasonOf(error, [side.average]);
      }
    };
    const reason = await call();
    try {
      const model = pokeAverageOracle(side.model, seenFrom(side, pair), period, time);
      expect(reason).to.equal(undefined);
      return { side: { ...side, model } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(reason).to.equal(error.message);
      return { side, reason: error.message };
    }
  }

  async function expectSame(sides: readonly Side[], pair: PairState): Promise<void> {
    for (const side of sides) {
      const { spot, average, model } = side;
      expect(await on.chain.number(spot, "priceE8")).to.equal(spotPriceE8(seenFrom(side, pair)));
      const priceE8 = await on.chain.number(average, "priceE8");
      const cumulativeLast = await on.chain.number(average, "cumulativeLast");
      const updatedAt = Number(await on.chain.number(average, "updatedAt"));
      expect({ priceE8, cumulativeLast, updatedAt }).to.deep.equal(model);
    }
  }

  it(`both tokens as base, across the second at which 32 bits of time run out too (seed ${SEED})`, async function () {
    // A failure is made small, which takes many runs.
    this.timeout(600_000);
    const outcomes: Record<string, number> = {};
    const count = (outcome: string): unknown => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
    let snapshot = await on.chain.request("evm_snapshot");
    const first = (await now()) + 1_000;
    await fc.assert(
      fc.asyncProperty(sequence, async ({ reserves: amounts, start, period, steps }) => {
        await on.chain.request("evm_revert", snapshot);
        snapshot = await on.chain.request("evm_snapshot");
        let pair = await deposited(amounts, Math.max(first, start));
        let sides: readonly Side[] = [];
        for (const baseIsToken0 of [true, false]) {
          const spot = await deployOwn(on.chain, "SpotOracle", on.pair.address, baseIsToken0);
          const average = await deployOwn(on.chain, "AverageOracle", on.pair.address, baseIsToken0, period);
          const model = openAverageOracle(seenFrom({ baseIsToken0 }, pair), await now());
          sides = [...sides, { baseIsToken0, spot, average, model }];
        }
        await expectSame(sides, pair);
        for (const { seconds, what, zeroForOne, sharePpm } of steps) {
          const time = (await now()) + 1 + seconds;
          if (what === "swap") {
            const before = pair;
            pair = await swapped(pair, zeroForOne, sharePpm, time);
            if (pair !== before) count("swap");
          }
          if (what === "poke") {
            const after: Side[] = [];
            for (const [i, each] of sides.entries()) {
              const { side, reason } = await poked(each, pair, period, time + i);
              after.push(side);
              count(reason ?? "poke");
            }
            sides = after;
          }
          await expectSame(sides, pair);
        }
      }),
      { seed: SEED, numRuns: SEQUENCES },
    );
    for (const name of ["swap", "poke", "AverageOracle_TooEarly"]) expect(outcomes[name] ?? 0, name).to.be.greaterThan(5);
  });
});

/** The pair with the token that is base first. */
function seenFrom({ baseIsToken0 }: Pick<Side, "baseIsToken0">, pair: PairState): PairState {
  const { base, quote, basePriceCumulative, quotePriceCumulative } = pair;
  if (baseIsToken0) return pair;
  return { ...pair, base: quote, quote: base, basePriceCumulative: quotePriceCumulative, quotePriceCumulative: basePriceCumulative };
}

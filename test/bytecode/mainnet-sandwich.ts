import { expect } from "chai";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import { chooseVictims } from "../../src/amm/choose-victims.ts";
import { optimalSandwich } from "../../src/amm/optimal-sandwich.ts";
import { sandwich, type Sandwich, type Victim } from "../../src/amm/sandwich.ts";
import { amountIn, amountOut, largestReserve, type Amounts } from "../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../src/core/words.ts";
import { openPair, type PairOnChain } from "./pair-on-chain.ts";
import { place, standing, swap } from "./recorded-pair.ts";
import { expectRejection } from "./rejection.ts";

/** A recorded swap of the block; token0 stands as base, and token1, which is WETH and what the attacker pays, as quote. */
interface Row {
  readonly before: Amounts;
  readonly paidIn: Amounts;
  readonly paidOut: Amounts;
  readonly after: Amounts;
}

function readRows(): readonly Row[] {
  const text = readFileSync(new URL("../data/mainnet-v2-sandwich-12775690.csv", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.slice(1).map((line) => {
    const cells = line.split(",").map(BigInt);
    const amounts = (column: number): Amounts => ({ base: cells[column]!, quote: cells[column + 1]! });
    return { before: amounts(2), paidIn: amounts(4), paidOut: amounts(6), after: amounts(8) };
  });
}

const plenty = { maxIn: largestReserve };
/** What the attacker earned before gas, wei. */
const recordedProfit = 49_991_481_915_322_274n;

describe("bytecode: the sandwich in mainnet block 12775690", () => {
  const rows = readRows();
  const [earlier, frontRun, ...rest] = rows as [Row, Row, ...Row[]];
  const [bought, backRun] = [rest.slice(0, 4), rest[4]!];
  const pool: PoolState = { ...frontRun.before, supply: 1n };
  /** The victims with what they got as the least that they would have taken; what they really asked for is not recorded. */
  const victims = bought.map(({ paidIn, paidOut }): Victim => ({ amountIn: paidIn.quote, minAmountOut: paidOut.base }));

  let on: PairOnChain;
  before(async () => {
    on = await openPair();
  });
  after(() => on.chain.close());

  it("replays in its order from the recorded reserves, and comes to the recorded balances after every swap", async () => {
    expect(rows.length).to.equal(7);
    await place(on, earlier.before);
    for (const [index, row] of rows.entries()) {
      expect(await standing(on), `before row ${index + 1}`).to.deep.equal(row.before);
      await swap(on, row.paidIn, row.paidOut);
      expect(await standing(on), `after row ${index + 1}`).to.deep.equal(row.after);
    }
  });

  it("earned 49,991,481,915,322,274 wei: the back-run sold to the wei what the front-run bought", () => {
    expect(backRun.paidIn.base).to.equal(frontRun.paidOut.base);
    expect(backRun.paidOut.quote - frontRun.paidIn.quote).to.equal(recordedProfit);
    expect(sandwich(pool, "buy", frontRun.paidIn.quote, victims)?.profit).to.equal(recordedProfit);
  });

  it("the first victim asked for exactly 60 tokens, the other three for all that their input buys", () => {
    const [exact, ...others] = bought;
    expect(exact!.paidOut.base).to.equal(60n * 10n ** 18n);
    expect(amountIn(exact!.paidOut.base, exact!.before.quote, exact!.before.base)).to.equal(exact!.paidIn.quote);
    expect(amountOut(exact!.paidIn.quote, exact!.before.quote, exact!.before.base) - exact!.paidOut.base).to.equal(62n);
    for (const { paidIn, paidOut, before } of others) {
      expect(amountOut(paidIn.quote, before.quote, before.base)).to.equal(paidOut.base);
    }
  });

  it("every victim got between 0.39 % and 0.40 % less than without the attack, so each bore at least that", () => {
    for (const [index, quoted] of unharmed(pool, victims).entries()) {
      const lost = Number(quoted - victims[index]!.minAmountOut) / Number(quoted);
      expect(lost, `victim ${index + 1}`).to.be.within(0.0039, 0.004);
    }
  });

  /**
   * Three of the minima are all that the victims' inputs bought behind the recorded front-run, so they leave no room for a larger one; that is
   * what the assumption says, and no proof that the victims would have borne no more.
   */
  it("in the attacker's place, with what they got as their minima, our front-run is the recorded one to the wei", () => {
    const ours = optimalSandwich(pool, "buy", victims, plenty)!;
    expect([ours.frontIn, ours.frontOut, ours.backOut]).to.deep.equal([
      frontRun.paidIn.quote,
      frontRun.paidOut.base,
      backRun.paidOut.quote,
    ]);
    expect(ours.profit).to.equal(recordedProfit);
    for (let more = 1n; more <= 1_000n; more += 1n) expect(sandwich(pool, "buy", ours.frontIn + more, victims)).to.equal(null);
  });

  it("all four are worth having: without any of them it would have earned less", () => {
    expect(chooseVictims(pool, "buy", victims, plenty)?.indices).to.deep.equal([0, 1, 2, 3]);
    for (const left of victims) {
      const others = victims.filter((victim) => victim !== left);
      expect((optimalSandwich(pool, "buy", others, plenty)?.profit ?? 0n) < recordedProfit).to.equal(true);
    }
  });

  it("had they borne 0.5 %, ours would have earned 26 % more, and does on the bytecode", async () => {
    const bearing = unharmed(pool, victims).map((quoted, index): Victim => {
      return { amountIn: victims[index]!.amountIn, minAmountOut: (quoted * 995n) / 1_000n };
    });
    const ours = optimalSandwich(pool, "buy", bearing, plenty)!;
    expect((ours.profit * 100n) / recordedProfit).to.equal(126n);
    expect(chooseVictims(pool, "buy", bearing, plenty)?.sandwich).to.deep.equal(ours);
    await execute(on, pool, bearing, ours);
    const { base, quote } = await standing(on);
    const got = ours.victimOuts.reduce((sum, out) => sum + out, 0n);
    const paid = bearing.reduce((sum, victim) => sum + victim.amountIn, 0n);
    expect([base, quote]).to.deep.equal([pool.base - got, pool.quote + paid - ours.profit]);
  });
});

/** What the victims get in their order without an attack. */
function unharmed({ base, quote }: PoolState, victims: readonly Victim[]): readonly bigint[] {
  return victims.map((victim) => {
    const out = amountOut(victim.amountIn, quote, base);
    quote += victim.amountIn;
    base -= out;
    return out;
  });
}

/** The whole attack on the pair's bytecode, which refuses to pay the back-run one wei more. */
async function execute(on: PairOnChain, pool: Amounts, victims: readonly Victim[], attack: Sandwich): Promise<void> {
  await place(on, pool);
  await swap(on, { base: 0n, quote: attack.frontIn }, { base: attack.frontOut, quote: 0n });
  for (const [index, out] of attack.victimOuts.entries()) {
    await swap(on, { base: 0n, quote: victims[index]!.amountIn }, { base: out, quote: 0n });
  }
  const sold = await on.chain.request("evm_snapshot");
  await expectRejection(swap(on, { base: attack.frontOut, quote: 0n }, { base: 0n, quote: attack.backOut + 1n }), "UniswapV2: K");
  await on.chain.request("evm_revert", sold);
  await swap(on, { base: attack.frontOut, quote: 0n }, { base: 0n, quote: attack.backOut });
}

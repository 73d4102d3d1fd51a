import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { optimalSandwich } from "../../src/amm/optimal-sandwich.ts";
import { sandwich, type Sandwich, type Victim } from "../../src/amm/sandwich.ts";
import { swapFee } from "../../src/amm/swap-fee.ts";
import { amountOut, largestReserve, reservesFor } from "../../src/amm/uniswap-v2.ts";
import type { PoolState, Side } from "../../src/core/words.ts";
import { anyAttack, type Attack } from "./any-attack.ts";
import { breakEvenVictim, mostBorne, peakOfOne, profitInDoubles, sandwichCases, type SandwichCase } from "./sandwich-in-doubles.ts";

const token = 10n ** 18n;
const plenty = { maxIn: largestReserve };

/** The pool and the victim of a vector, of tokens with 18 decimals; the attacker pays quote. */
function attackOf({ x, y, phi, victim, slippage }: SandwichCase): Attack {
  const pool = { base: BigInt(y) * token, quote: BigInt(x) * token, supply: 1n, fee: swapFee(1 - phi) };
  const amountIn = BigInt(victim) * token;
  const quoted = amountOut(amountIn, pool.quote, pool.base, pool.fee);
  const minAmountOut = (quoted * BigInt(1_000 - slippage * 1_000) + 999n) / 1_000n;
  return { pool, side: "buy", victims: [{ amountIn, minAmountOut }] };
}

const best = ({ pool, side, victims }: Attack, limits = plenty): Sandwich | null => optimalSandwich(pool, side, victims, limits);
const tokens = (amount: bigint): number => Number(amount) / 1e18;

/** The attack seen from the other token. */
function mirrored({ pool, side, victims }: Attack): Attack {
  return { pool: { ...pool, base: pool.quote, quote: pool.base }, side: side === "sell" ? "buy" : "sell", victims };
}

describe("amm/optimal-sandwich", () => {
  for (const vector of sandwichCases) {
    it(vector.title, () => {
      const found = best(attackOf(vector))!;
      expect(tokens(found.frontIn)).to.be.closeTo(vector.most, 1e-9);
      expect(tokens(found.profit)).to.be.closeTo(vector.profit, 1e-12);
      // Against the closed form, in which the front-run has all its digits.
      const most = mostBorne(vector);
      expect(tokens(found.frontIn) / most).to.be.closeTo(1, 1e-12);
      expect(tokens(found.profit) / profitInDoubles(vector.x, vector.y, vector.phi, [vector.victim], most)).to.be.closeTo(1, 1e-12);
    });
  }

  it("the victim of the first vector gets its minimum of 19,644.444884501518 and at most the 39 wei more that a wei of front-run takes", () => {
    const attack = attackOf(sandwichCases[0]!);
    const { frontIn, victimOuts } = best(attack)!;
    expect(tokens(victimOuts[0]!)).to.be.closeTo(19644.444884501518, 1e-9);
    expect(victimOuts[0]! - attack.victims[0]!.minAmountOut < 40n).to.equal(true);
    expect(sandwich(attack.pool, "buy", frontIn + 1n, attack.victims)).to.equal(null);
  });

  it("a victim of 1 in 1000 is left alone, whatever it tolerates; one of 0.30135474 % too, and one of 0.30135475 % not", () => {
    expect(best(attackOf({ ...sandwichCases[0]!, victim: 1 }))).to.equal(null);
    expect(best(attackOf({ ...sandwichCases[0]!, victim: 1, slippage: 1 }))).to.equal(null);
    expect(breakEvenVictim(0.997)).to.be.closeTo(0.0030135474, 1e-10);
    const [pool, side] = [attackOf(sandwichCases[0]!).pool, "buy"] as const;
    const around = (shareE10: bigint): Sandwich | null =>
      best({ pool, side, victims: [{ amountIn: (pool.quote * shareE10) / 10n ** 10n, minAmountOut: 0n }] });
    expect(around(30_135_474n)).to.equal(null);
    expect(around(30_135_475n)).not.to.equal(null);
  });

  it("a victim of 1 % that bears everything is best attacked with 2.33 times the reserve, and more earns less", () => {
    const victim = { x: 1_000, y: 2_000_000, phi: 0.997, victim: 10, slippage: 1, title: "", most: 0, profit: 0 };
    const found = best(attackOf(victim))!;
    const peak = 1_000 * peakOfOne(0.997, 0.01);
    expect(peak).to.be.closeTo(2_329.928, 1e-3);
    expect(tokens(found.frontIn)).to.be.closeTo(peak, 1e-6);
    expect(tokens(found.profit)).to.be.closeTo(profitInDoubles(1_000, 2_000_000, 0.997, [10], peak), 1e-9);
    for (const factor of [0.99, 1.01]) {
      expect(profitInDoubles(1_000, 2_000_000, 0.997, [10], peak * factor)).to.be.below(tokens(found.profit));
    }
  });

  it("no front-run within 1,000 smallest units earns more while the victims get their minimum", () => {
    let [seen, bound, inner] = [0, 0, 0];
    fc.assert(
      fc.property(anyAttack, fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: undefined, freq: 3 }), (attack, purse) => {
        const { pool, side, victims } = attack;
        const { reserveIn } = reservesFor(pool, side);
        const maxIn = purse === undefined ? largestReserve : (reserveIn * BigInt(purse)) / 1_000_000n;
        const found = best(attack, { maxIn });
        if (found === null) return;
        seen += 1;
        expect(found).to.deep.equal(sandwich(pool, side, found.frontIn, victims));
        expect(found.profit > 0n && found.frontIn <= maxIn).to.equal(true);
        const largest = victims.reduce((left, { amountIn }) => left - amountIn, largestReserve - reserveIn);
        const refused = sandwich(pool, side, found.frontIn + found.frontIn / 1_000_000n + 1_000n, victims) === null;
        if (refused) bound += 1;
        else inner += 1;
        let better = found;
        for (let apart = -1_000n; apart <= 1_000n; apart += 1n) {
          const other = found.frontIn + apart;
          if (other <= 0n || other > maxIn || other > largest) continue;
          const neighbour = sandwich(pool, side, other, victims);
          if (neighbour !== null && neighbour.profit > better.profit) better = neighbour;
        }
        expect(better).to.deep.equal(found);
      }),
      { numRuns: 200 },
    );
    expect(seen).to.be.above(60);
    expect(bound).to.be.above(20);
    expect(inner).to.be.above(10);
  });

  it("a wei more may serve a later victim, since an earlier one then gets a unit less: no front-run nearby is missed for it", () => {
    const pool = { base: 1490256547927856424943616n, quote: 54638025462627410974343168n, supply: 1n };
    const victims = [
      { amountIn: 1910878802669449362014209n, minAmountOut: 44688938104219620081664n },
      { amountIn: 2418478071025867463589889n, minAmountOut: 24237893531114229727232n },
      { amountIn: 1984359601409586414747649n, minAmountOut: 41095582057848159338496n },
      { amountIn: 938306219018467393142785n, minAmountOut: 5483986495922124095488n },
    ];
    const found = optimalSandwich(pool, "buy", victims, plenty)!;
    // The smallest input for what it buys would leave the third victim a unit short.
    expect(amountOut(found.frontIn - 1n, pool.quote, pool.base)).to.equal(found.frontOut);
    expect(sandwich(pool, "buy", found.frontIn - 1n, victims)).to.equal(null);
  });

  it("is the best of all front-runs tried one by one on small pools", () => {
    const small = fc.bigInt({ min: 1n, max: 2_000n });
    const order = fc.record({ amountIn: fc.bigInt({ min: 1n, max: 500n }), minAmountOut: fc.bigInt({ min: 0n, max: 60n }) });
    const fee = fc.constantFrom(undefined, swapFee(0), swapFee(0.05));
    let seen = 0;
    fc.assert(
      fc.property(small, small, fee, fc.array(order, { minLength: 1, maxLength: 4 }), (base, quote, own, victims) => {
        const pool: PoolState = own === undefined ? { base, quote, supply: 1n } : { base, quote, supply: 1n, fee: own };
        let most = 0n;
        for (let frontIn = 1n; frontIn <= 1_000n; frontIn += 1n) {
          const profit = sandwich(pool, "sell", frontIn, victims)?.profit ?? 0n;
          if (profit > most) most = profit;
        }
        const willing = served(pool, "sell", victims);
        if (most > 0n && willing) seen += 1;
        expect(optimalSandwich(pool, "sell", victims, { maxIn: 1_000n })?.profit ?? 0n).to.equal(willing ? most : 0n);
      }),
      { numRuns: 300 },
    );
    expect(seen).to.be.above(20);
  });

  it("what it earns is what the formula without floors earns at the best of many front-runs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.005, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (shares, slippage) => {
          const [x, y] = [1_000, 2_000_000];
          const pool = { base: BigInt(y) * token, quote: BigInt(x) * token, supply: 1n };
          const keep = BigInt(Math.floor((1 - slippage) * 1e6));
          let { reserveIn, reserveOut } = reservesFor(pool, "buy");
          const victims = shares.map((share): Victim => {
            const amountIn = BigInt(Math.round(share * x * 1e6)) * 10n ** 12n;
            const quoted = amountOut(amountIn, reserveIn, reserveOut);
            reserveIn += amountIn;
            reserveOut -= quoted;
            return { amountIn, minAmountOut: (quoted * keep) / 1_000_000n };
          });
          const found = optimalSandwich(pool, "buy", victims, plenty);
          const paid = victims.map(({ amountIn }) => tokens(amountIn));
          for (let front = 1e-3; front < 1e5; front *= 1.05) {
            const earned = profitInDoubles(x, y, 0.997, paid, front);
            if (earned <= tokens(found?.profit ?? 0n) + 1e-9) continue;
            // Only with more than the victims bear is more to be earned.
            expect(sandwich(pool, "buy", BigInt(Math.round(front * 1e9)) * 10n ** 9n, victims), `${front} earns ${earned}`).to.equal(null);
          }
        },
      ),
    );
  });

  it("is the same seen from the other token", () => {
    fc.assert(fc.property(anyAttack, (attack) => expect(best(mirrored(attack))).to.deep.equal(best(attack)) !== undefined));
  });

  it("asks for no more than it has, nothing of an empty pool or of victims that fail on their own, and stays within 112 bits", () => {
    const attack = attackOf(sandwichCases[0]!);
    const { pool, victims } = attack;
    expect(best(attack, { maxIn: token })!.frontIn <= token).to.equal(true);
    for (const maxIn of [0n, -1n]) expect(best(attack, { maxIn })).to.equal(null);
    expect(best({ ...attack, victims: [] })).to.equal(null);
    expect(best({ ...attack, pool: { base: 0n, quote: 0n, supply: 0n } })).to.equal(null);
    expect(best({ ...attack, victims: [{ amountIn: 0n, minAmountOut: 0n }] })).to.equal(null);
    expect(best({ ...attack, victims: [victims[0]!, { amountIn: token, minAmountOut: pool.base }] })).to.equal(null);

    const full = { base: 2n ** 111n, quote: 2n ** 111n, supply: 1n };
    const huge = { pool: full, side: "sell" as Side, victims: [{ amountIn: 2n ** 110n, minAmountOut: 0n }] };
    const { frontIn } = best(huge)!;
    expect(full.base + frontIn + 2n ** 110n <= largestReserve).to.equal(true);
    expect(best({ ...huge, victims: [{ amountIn: 2n ** 111n, minAmountOut: 0n }] })).to.equal(null);
  });
});

/** Whether every victim gets its minimum, and anything at all, without an attack. */
function served(pool: PoolState, side: Side, victims: readonly Victim[]): boolean {
  let { reserveIn, reserveOut } = reservesFor(pool, side);
  return victims.every(({ amountIn, minAmountOut }) => {
    const out = amountOut(amountIn, reserveIn, reserveOut, pool.fee);
    reserveIn += amountIn;
    reserveOut -= out;
    return out > 0n && out >= minAmountOut;
  });
}

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { frontRunLimit } from "../../src/amm/front-run-limit.ts";
import { frontRunPeak } from "../../src/amm/front-run-peak.ts";
import { sandwich } from "../../src/amm/sandwich.ts";
import { swapFee } from "../../src/amm/swap-fee.ts";
import { largestReserve, reservesFor } from "../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../src/core/words.ts";
import { anyAttack, type Attack } from "./any-attack.ts";
import { breakEvenVictim, peakOfOne, profitInDoubles } from "./sandwich-in-doubles.ts";

const unit = 10n ** 18n;
const plenty = 10n ** 28n;
/** Shares of a reserve of one, as the peak's formula has them. */
const one: PoolState = { base: unit, quote: unit, supply: unit };
const share = fc.double({ min: 1e-4, max: 3, noNaN: true });

function peakAt(phi: number, victims: readonly number[], most = plenty): number {
  const pool = { ...one, fee: swapFee(1 - phi) };
  const orders = victims.map((victim) => ({ amountIn: BigInt(Math.round(victim * 1e18)), minAmountOut: 0n }));
  return Number(frontRunPeak(pool, "sell", orders, most)) / 1e18;
}

describe("amm/front-run-peak", () => {
  for (const phi of [0.997, 0.9995, 0.99, 0.9]) {
    it(`one victim, φ = ${phi}: it is where the closed form is`, () => {
      const largest = (1 + phi) / (phi * phi);
      for (const times of [1.001, 1.1, 2, 10, 100]) {
        const victim = breakEvenVictim(phi) * times;
        if (victim < largest) expect(peakAt(phi, [victim]) / peakOfOne(phi, victim)).to.be.closeTo(1, 1e-9);
      }
    });
  }

  it("begins at the victim that breaks even, and is as far as asked for once victims pay (1 + φ)/φ² of the reserve", () => {
    for (const phi of [0.997, 0.99, 0.9]) {
      expect(peakAt(phi, [breakEvenVictim(phi) * 0.999_999])).to.equal(0);
      expect(peakAt(phi, [breakEvenVictim(phi) * 1.000_001])).to.be.above(0);
      expect(peakAt(phi, [((1 + phi) / (phi * phi)) * 0.99])).to.be.below(1e10);
      expect(peakAt(phi, [((1 + phi) / (phi * phi)) * 1.01])).to.equal(1e10);
    }
    expect(peakAt(0.997, [0.01], unit / 2n)).to.equal(0.5);
  });

  it("any victims: profit rises up to it and falls behind it, at every doubling", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), fc.constantFrom(0.997, 0.9995, 0.99, 0.9), (victims, phi) => {
        const peak = peakAt(phi, victims);
        const profit = (front: number): number => profitInDoubles(1, 1, phi, victims, front);
        const slack = (front: number): number => 1e-13 * (1 + front);
        if (peak === 0) expect(profit(1e-5)).to.be.below(1e-15);
        for (let front = peak; front > 1e-6; front /= 2) expect(profit(front / 2)).to.be.below(profit(front) + slack(front));
        for (let front = peak || 1e-5; front < 1e6; front *= 2) expect(profit(front * 2)).to.be.below(profit(front) + slack(front * 2));
      }),
      { numRuns: 500 },
    );
  });
});

describe("amm/front-run-limit", () => {
  const room = ({ pool, side, victims }: Attack): bigint =>
    victims.reduce((left, { amountIn }) => left - amountIn, largestReserve - reservesFor(pool, side).reserveIn);

  it("one victim: it gets its minimum at the limit and less at one unit more", () => {
    let bound = 0;
    fc.assert(
      fc.property(anyAttack, ({ pool, side, victims }) => {
        const only = victims.slice(0, 1);
        const most = room({ pool, side, victims: only });
        const limit = frontRunLimit(pool, side, only, most);
        if (limit === null) {
          expect(only[0]!.minAmountOut).to.equal(0n); // it gets nothing at all
          return;
        }
        if (limit < most) {
          bound += 1;
          expect(sandwich(pool, side, limit + 1n, only)).to.equal(null);
        }
        if (limit > 0n) {
          // A front-run that buys nothing is none, but the victim is served as before.
          const empty = sandwich(pool, side, limit, []) === null;
          expect(sandwich(pool, side, limit, only) !== null || empty).to.equal(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(bound).to.be.above(300);
  });

  it("several victims: above the limit one of them gets less than its minimum, next to it and far away", () => {
    const steps = fc.array(fc.oneof(fc.bigInt({ min: 1n, max: 1_000n }), fc.bigInt({ min: 1n, max: 1n << 103n })), {
      minLength: 50,
      maxLength: 50,
    });
    fc.assert(
      fc.property(anyAttack, steps, (attack, above) => {
        const { pool, side, victims } = attack;
        const most = room(attack);
        const limit = frontRunLimit(pool, side, victims, most);
        if (limit === null) return;
        for (const step of above)
          if (limit + step <= most) expect(sandwich(pool, side, limit + step, victims), `${step} above`).to.equal(null);
      }),
      { numRuns: 300 },
    );
  });

  it("is none where a victim fails already without a front-run, or gets nothing", () => {
    expect(frontRunLimit(one, "sell", [{ amountIn: unit, minAmountOut: unit }], unit)).to.equal(null);
    expect(frontRunLimit(one, "sell", [{ amountIn: 1n, minAmountOut: 0n }], unit)).to.equal(null);
    expect(frontRunLimit(one, "sell", [{ amountIn: unit / 100n, minAmountOut: 1n }], unit)).to.equal(unit);
  });
});

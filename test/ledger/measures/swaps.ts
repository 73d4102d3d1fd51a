import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { spotPrice } from "../../../src/amm/spot.ts";
import { swap } from "../../../src/amm/uniswap-v2.ts";
import type { Swaps } from "../../../src/core/result.ts";
import { toBase, toQuote, valueAt, valueNumber } from "../../../src/core/units.ts";
import { effectOf } from "../../../src/ledger/measures/effect.ts";
import { feeValue } from "../../../src/ledger/measures/fee-value.ts";
import { markoutReports } from "../../../src/ledger/measures/markouts.ts";
import { POOL } from "../transactions.ts";

describe("what a swap did to the price", () => {
  // The pool stands at 200; 100 base move it to 196.06, 20,000 quote to 204.01.
  const sold = swap(POOL, "sell", toBase(100)).state;
  const bought = swap(POOL, "buy", toQuote(20_000)).state;
  const cases: readonly (readonly [name: string, after: typeof POOL, reference: number, effect: string])[] = [
    ["sold to while above the reference", sold, 190, "toward-reference"],
    ["sold to while below it", sold, 210, "away-from-reference"],
    ["bought from while below it", bought, 210, "toward-reference"],
    ["bought from while above it", bought, 190, "away-from-reference"],
    ["sold to past the reference, but nearer than before", sold, 197, "toward-reference"],
    ["sold to past the reference, and further", sold, 199, "away-from-reference"],
    ["left as it was", POOL, 190, "away-from-reference"],
  ];
  for (const [name, after, reference, effect] of cases) {
    it(`${name}: ${effect}`, () => expect(effectOf(POOL, after, reference)).to.equal(effect));
  }

  it("distance is of logarithms: a double is as far as a half", () => {
    const [half, two] = [
      { ...POOL, quote: POOL.quote / 2n },
      { ...POOL, quote: POOL.quote * 2n },
    ];
    expect(spotPrice(half)).to.equal(100);
    expect(effectOf(half, two, 200.0001)).to.equal("toward-reference");
    expect(effectOf(half, two, 199.9999)).to.equal("away-from-reference");
  });
});

describe("the fee of a swap", () => {
  it("is 0.3 % of the input: 10 base at 200 pay 6, 5,000 quote pay 15", () => {
    expect(feeValue({ side: "sell", amountIn: toBase(10) }, 200)).to.be.closeTo(6, 1e-12);
    expect(feeValue({ side: "buy", amountIn: toQuote(5_000) }, 200)).to.be.closeTo(15, 1e-12);
    expect(feeValue({ side: "buy", amountIn: toQuote(5_000) }, 999)).to.be.closeTo(15, 1e-12);
  });

  it("is what a swap of nearly nothing leaves the pool at its own price", () => {
    for (const [side, amountIn] of [
      ["sell", toBase(0.1)],
      ["buy", toQuote(20)],
    ] as const) {
      const { state } = swap(POOL, side, amountIn);
      const gain = valueNumber(valueAt(state.base - POOL.base, state.quote - POOL.quote, 200n * 10n ** 8n));
      // Impact adds 1e-5 of the volume, one part in 300 of the fee.
      expect(gain / feeValue({ side, amountIn }, 200)).to.be.closeTo(1 + 0.00001 / 0.003, 1e-4);
    }
  });
});

describe("markouts by sender and effect", () => {
  const row = fc.record({
    sender: fc.constantFrom("arbitrageur", "trader"),
    effect: fc.constantFrom("toward-reference", "away-from-reference"),
    fee: fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 64),
    poolMarkout: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 64),
  });
  const columns = (rows: readonly { sender: string; effect: string; fee: number; poolMarkout: number }[]): Swaps => ({
    block: rows.map((_, i) => i),
    index: rows.map(() => 0),
    account: rows.map((each) => `${each.sender}-1`),
    sender: rows.map((each) => each.sender),
    effect: rows.map((each) => each.effect),
    side: rows.map(() => "sell"),
    amountIn: rows.map(() => "1"),
    amountOut: rows.map(() => "1"),
    fee: rows.map((each) => each.fee),
    poolMarkout: rows.map((each) => each.poolMarkout),
  });

  it("one row for each pair that occurs, in order, with the sums of its swaps", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const reports = markoutReports(columns(rows));
        const names = [...new Set(rows.map((each) => `${each.sender}/${each.effect}`))].sort();
        expect(reports.map((each) => `${each.sender}/${each.effect}`)).to.deep.equal(names);
        for (const report of reports) {
          const own = rows.filter((each) => each.sender === report.sender && each.effect === report.effect);
          const sum = (of: "fee" | "poolMarkout"): number => own.reduce((total, each) => total + each[of], 0);
          expect(report).to.include({ swaps: own.length, fees: sum("fee"), poolMarkout: sum("poolMarkout") });
          // The fee is 3 parts in 1000 of the volume.
          expect(Math.abs(0.003 * report.volume - report.fees)).to.be.at.most(1e-13 * report.fees * own.length);
        }
      }),
    );
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { isqrt } from "../../src/amm/integer-square-root.ts";
import { liquidityOf } from "../../src/amm/spot.ts";
import { priceNumber, toPrice, valueAt, valueNumber } from "../../src/core/units.ts";
import type { PoolState, PriceE8 } from "../../src/core/words.ts";
import { Accounts, transferPostings } from "../../src/ledger/accounts.ts";
import { bleedOfStep } from "../../src/ledger/books/liquidity-position.ts";
import { lineSums } from "../../src/ledger/books/lines.ts";
import { ProfitMeter } from "../../src/ledger/profit-meter.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { recordedColumns } from "../../src/scenarios/recorded-columns.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";

/** x·price = y·10^20 where the pool stands at the price, in smallest units. */
const SCALE = 10n ** 20n;
const chain = (account: string): { readonly account: string; readonly place: "chain" } => ({ account, place: "chain" });

/** The same run, as the ledger has it: liquidity read from the reserves, swaps posted between accounts, gains marked at S(t). */
function ledgerOf(prices: readonly PriceE8[]): { bleed: number; flow: number; arbitrageur: number; pair: number; value: number } {
  const [first = 1n] = prices;
  let pool: PoolState = { base: 10n ** 32n, quote: (10n ** 32n * first) / SCALE, supply: 1n };
  const k = pool.base * pool.quote;
  const value = valueNumber(valueAt(pool.base, pool.quote, first));
  const [lines, profits, accounts] = [lineSums(), new ProfitMeter(), new Accounts()];
  accounts.open("pair", "chain", "base", pool.base);
  accounts.open("pair", "chain", "quote", pool.quote);
  for (const [i, price] of prices.entries()) {
    if (i === 0) continue;
    lines.add("bleed", bleedOfStep(liquidityOf(pool), priceNumber(prices[i - 1] ?? 1n), priceNumber(price)));
    const base = isqrt((k * SCALE) / price);
    const quote = (k + base - 1n) / base;
    const postings = [
      ...transferPostings(chain("pair"), chain("arbitrageur-1-executor"), "base", pool.base - base),
      ...transferPostings(chain("arbitrageur-1-executor"), chain("pair"), "quote", quote - pool.quote),
    ];
    accounts.post(postings);
    profits.note(postings, price);
    pool = { ...pool, base, quote };
    expect(accounts.balance("pair", "chain", "base")).to.equal(base);
    expect(accounts.balance("pair", "chain", "quote")).to.equal(quote);
  }
  const { bleed } = lines.read();
  lines.add("flow", profits.of("pair") - bleed);
  return { bleed, flow: lines.read().flow, arbitrageur: profits.of("arbitrageur"), pair: profits.of("pair"), value };
}

/** Σ −L(√S′ − √S)²/√S from the prices alone, where L is that of a pool worth `value` at the first price. */
function fromThePriceFile(prices: readonly number[], value: number): number {
  const roots = prices.map(Math.sqrt);
  const liquidity = value / 2 / (roots[0] ?? NaN);
  return roots
    .slice(1)
    .reduce((sum, root, i) => sum - (liquidity * (root - (roots[i] ?? NaN)) * (root - (roots[i] ?? NaN))) / (roots[i] ?? NaN), 0);
}

function expectSame(prices: readonly PriceE8[]): void {
  const { bleed, flow, arbitrageur, pair, value } = ledgerOf(prices);
  const numbers = prices.map(priceNumber);
  const expected = fromThePriceFile(numbers, value);
  // The pool's value at the highest price: with the path, its value rises as √S.
  const tolerance = 1e-9 * value * Math.sqrt(Math.max(...numbers) / (numbers[0] ?? NaN));
  expect(bleed, "bleed, from the reserves").to.be.closeTo(expected, tolerance);
  expect(pair, "the pool's markouts").to.be.closeTo(expected, tolerance);
  expect(arbitrageur, "what the arbitrageur gained").to.be.closeTo(-expected, tolerance);
  expect(flow, "nothing is left for the line flow").to.be.closeTo(0, tolerance);
}

describe("ledger: a fee-free pool and its one arbitrageur, account by account", () => {
  for (const name of ["black-thursday-2020", "may-19-2021"]) {
    for (const seed of [1, 2]) {
      it(`${name}, seed ${seed}: the arbitrageur gains what the prices say, to 1e-9 of the pool's value`, () => {
        const scenario = findScenario(name);
        expectSame(drawPath(scenario, resolveSettings(scenario), seed).prices);
      });
    }
  }

  // In percent of the first value; summed apart from this code, in decimals of 40 digits.
  for (const [file, percent] of [
    ["black-thursday-2020.csv", 0.672186583],
    ["black-thursday-2020-1h.csv", 1.817242152],
    ["may-19-2021.csv", 1.154981352],
    ["may-19-2021-5m.csv", 1.889757086],
  ] as const) {
    it(`the closes of ${file} as they stand lose ${percent} %`, () => {
      const { close } = recordedColumns(file, ["close"]);
      expectSame(close.map(toPrice));
      expect(-100 * fromThePriceFile(close, 1)).to.be.closeTo(percent, 1e-9);
    });
  }

  it("random paths with gaps of up to a factor of 20 either way", () => {
    const step = fc.oneof(fc.double({ min: -0.01, max: 0.01, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));
    const path = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps) => {
      let log = Math.log(200);
      return [toPrice(200), ...steps.map((each) => toPrice(Math.exp((log = Math.min(12, Math.max(-4, log + each))))))];
    });
    fc.assert(fc.property(path, expectSame), { numRuns: 200 });
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { LineName } from "../../src/core/line-name.ts";
import type { BookStatement, CrashResult, Series } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { expectTwinGives } from "../differential/expect-twin-gives.ts";
import { expectIdentities } from "./expect-identities.ts";
import { steppedPath } from "./stepped-path.ts";

type Set = Readonly<Record<string, string | number>>;

/** Seconds between blocks of a stepped path. */
const BLOCK = 12;
const HOUR = 3_600;
const quiet: Set = { "agents.turnover": 0, "market.cost": 0, "hedger.interval": 1 };

const run = (scenario: Scenario, set: Set): Promise<CrashResult> => runCrash({ scenario, engine: "twin", set });
function bookOf({ statement }: CrashResult, name: string): BookStatement {
  const found = statement.find(({ book }) => book === name);
  if (found === undefined) throw new Error(`no book ${name}`);
  return found;
}

/** Prices of a future, by what the moves since any earlier block have left of its discount. */
function futuresOf(prices: readonly number[], perFall: number, halfLife: number): readonly number[] {
  const kept = (blocks: number): number => Math.exp((-Math.LN2 * BLOCK * blocks) / (HOUR * halfLife));
  return prices.map((price, now) => {
    let [sum, largest] = [0, 0];
    for (let i = now; i > 0; i -= 1) {
      sum -= perFall * Math.log(prices[i]! / prices[i - 1]!) * kept(now - i);
      largest = Math.max(largest, sum);
    }
    return price * Math.exp(-largest);
  });
}

/** What who traded to these positions has, marked and traded at these prices, without costs. */
function tradedAt(prices: readonly number[], positions: readonly number[]): number {
  const paid = positions.reduce((sum, held, i) => sum + (held - (positions[i - 1] ?? 0)) * prices[i]!, 0);
  return positions.at(-1)! * prices.at(-1)! - paid;
}

const HEDGES = { "hedged-lp": "netBaseLpHedge", "option-twin": "netBaseTwinHedge", "short-straddle": "netBaseStraddleHedge" } as const;

describe("engine: hedges in a future that falls further than the price", () => {
  it("the line is what trading and marking at the future instead of the price has made of the same trades, on any path", async () => {
    const moves = fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 30, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        moves,
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.double({ min: 0.003, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, perFall, halfLife, interval) => {
          let price = 200;
          const path = steppedPath(price, ...steps.map((move) => (price *= Math.exp(move))));
          const result = await run(path, {
            "hedger.interval": interval,
            "market.futuresDiscount": perFall,
            "market.discountHalfLife": halfLife,
          });
          expectIdentities(result, steps.length);
          const prices = result.series.priceE8.map((each) => each / 1e8);
          const futures = futuresOf(prices, perFall, halfLife);
          for (const [name, column] of Object.entries(HEDGES)) {
            const positions = result.series[column as keyof Series] ?? [];
            const { lines, startCapital } = bookOf(result, name);
            const found = tradedAt(futures, positions) - tradedAt(prices, positions);
            expect(lines.basis, name).to.be.closeTo(found, 1e-6 * steps.length + 1e-10 * startCapital);
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it("by hand: a price that halves, then stands; the future falls to a quarter, and half of the discount is gone a block later", async () => {
    const set = { ...quiet, "agents.arbitrageurs": 0, "market.futuresDiscount": 1, "market.discountHalfLife": BLOCK / HOUR };
    const [fallen, back] = [await run(steppedPath(200, 100), set), await run(steppedPath(200, 100, 100), set)];
    // Half of the capital is short at 200, and stays so, as nobody trades with the pool.
    const short = bookOf(fallen, "hedged-lp").startCapital / 2 / 200;
    expect(bookOf(fallen, "hedged-lp").lines.basis).to.be.closeTo(short * 50, 1e-3);
    expect(bookOf(back, "hedged-lp").lines.basis).to.be.closeTo(short * (100 - 100 / Math.SQRT2), 1e-3);
    for (const name of ["hold", "lp"]) expect(bookOf(back, name).lines.basis).to.equal(0);
  });

  it("who is long in it loses by it: an insurer in proportions of 2 holds 0.2 of his capital", async () => {
    const set = { ...quiet, "hedger.insurance": "cppi", "hedger.multiple": 2, "market.futuresDiscount": 1 };
    const { startCapital, lines } = bookOf(await run(steppedPath(200, 190), set), "insurer");
    const future = 190 * (190 / 200);
    expect(lines.basis).to.be.closeTo(((0.2 * startCapital) / 200) * (future - 190), 1e-3);
  });

  it("nothing else changes: not the path, not the pool, not another line", async () => {
    const path = steppedPath(...Array.from({ length: 80 }, (_, i) => 200 - i + 8 * Math.sin(i)));
    const set = { "hedger.interval": 3 };
    const [before, after] = [await run(path, set), await run(path, { ...set, "market.futuresDiscount": 0.5 })];
    expect(after.swaps).to.deep.equal(before.swaps);
    expect(after.series.priceE8).to.deep.equal(before.series.priceE8);
    expect(after.series.netBaseTwinHedge).to.deep.equal(before.series.netBaseTwinHedge);
    for (const book of before.statement) {
      const now = bookOf(after, book.book);
      for (const [line, value] of Object.entries(book.lines))
        if (line !== "basis") expect(now.lines[line as LineName], `${book.book} ${line}`).to.equal(value);
      expect(now.total - book.total, book.book).to.be.closeTo(now.lines.basis, 1e-9 * book.startCapital);
    }
    expect(bookOf(after, "option-twin").lines.basis).not.to.be.closeTo(0, 1);
  });

  it("margin is called on what the future has cost: who is long is closed where at the price alone he is not", async () => {
    const path = steppedPath(200, 192, 192, 192);
    const set = {
      ...quiet,
      "hedger.interval": 1_000,
      "hedger.desk": "call",
      "hedger.deskSize": "capital",
      "hedger.deskAmount": 0.1,
      "hedger.marginCash": 0.08,
    };
    const [price, future] = [await run(path, set), await run(path, { ...set, "market.futuresDiscount": 1 })];
    expect(bookOf(price, "desk").hedge).to.include({ closedAt: null, trades: 1 });
    // Long 0.54 of the capital: the margin on it is 5.2 %, the price takes 2.1 % of the capital, and the future as much again.
    const { hedge, lines } = bookOf(future, "desk");
    expect(hedge).to.include({ closedAt: 1, trades: 2 });
    expect(lines.liquidation).to.be.below(0);
    expect(lines.basis).to.be.below(0);
  });

  it("the chain gives what the twin does, with every switch of hedgers on", async () => {
    const path = steppedPath(...Array.from({ length: 25 }, (_, i) => 200 - 2 * i + 9 * Math.sin(i)));
    const set = {
      "market.futuresDiscount": 0.7,
      "market.discountHalfLife": 0.02,
      "market.fundingRate": 5,
      "hedger.indexStaleness": 0.6,
      "hedger.insurance": "synthetic-put",
      "hedger.desk": "strangle",
      "hedger.markAge": 2,
      "hedger.interval": 2,
    };
    const options = { scenario: path, seed: 3, set };
    await expectTwinGives(await runCrash(options), options);
  });
});

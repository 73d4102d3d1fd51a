import { expect } from "chai";
import { describe, it } from "mocha";
import type { LineName } from "../../../src/core/line-name.ts";
import type { CrashResult } from "../../../src/core/result.ts";
import { costPerGamma } from "../../../src/ledger/comparison/cost-per-gamma.ts";
import { lineSums } from "../../../src/ledger/books/lines.ts";
import { makeResult } from "../../report/fixture.ts";

const L = 1_000;

/** A position of this liquidity on a path: its loss versus rebalancing (theory 2.1) and its dollar gamma −L√S/2 (theory 5). */
function position(
  prices: readonly number[],
  share: Partial<Record<LineName, number>> = { bleed: 1 },
): Pick<CrashResult, "series" | "statement"> {
  const { series, statement } = makeResult();
  const loss = prices.slice(1).reduce((sum, price, i) => {
    const before = Math.sqrt(prices[i] ?? NaN);
    const move = Math.sqrt(price) - before;
    return sum - (L * move * move) / before;
  }, 0);
  const lines = { ...lineSums().read(), ...Object.fromEntries(Object.entries(share).map(([name, part]) => [name, loss * part])) };
  return {
    series: { ...series, priceE8: prices.map((price) => price * 1e8), dollarGammaLp: prices.map((price) => (-L * Math.sqrt(price)) / 2) },
    statement: statement.map((book) => ({ ...book, lines })),
  };
}

describe("cost per unit of dollar gamma", () => {
  it("of a gap of −43 % is that of the closed form, 3.00166 % of the value over a quarter of 0.43² (theory 2.2)", () => {
    expect(costPerGamma(position([200, 114]), "lp")).to.be.closeTo(-0.0300166 / (0.43 * 0.43 * 0.25), 1e-5);
  });

  for (const steps of [10, 100, 1_000])
    it(`of a fall of a half in ${steps} steps is −½ but for the third order, a quarter of a step`, () => {
      const prices = Array.from({ length: steps + 1 }, (_, i) => 200 * Math.exp((-Math.LN2 * i) / steps));
      const cost = costPerGamma(position(prices), "lp") ?? NaN;
      // (√(1+r) − 1)² = r²/4 − r³/8 + …: the cost is −½·(1 − r/2).
      const step = Math.exp(-Math.LN2 / steps) - 1;
      expect(cost).to.be.closeTo(-0.5 * (1 - step / 2), 0.2 * step * step);
    });

  it("counts what revaluation leaves in other lines", () => {
    const prices = [200, 190, 195];
    const split = costPerGamma(position(prices, { bleed: 0.5, gap: 0.2, higherOrder: 0.3 }), "lp");
    expect(split).to.be.closeTo(costPerGamma(position(prices), "lp") ?? NaN, 1e-12);
  });

  it("is that of a desk where its gamma is recorded, and never an insurer's, whose put nobody wrote", () => {
    const { series, statement } = position([200, 190, 195]);
    const chosen = makeResult({ chosen: true });
    const withDesk = {
      series: { ...series, dollarGammaDesk: series.dollarGammaLp, dollarGammaInsurer: series.dollarGammaLp },
      statement: chosen.statement.map((book) => ({ ...book, lines: statement[0]?.lines ?? book.lines })),
    };
    expect(costPerGamma(withDesk, "desk")).to.equal(costPerGamma(position([200, 190, 195]), "lp"));
    expect(costPerGamma(withDesk, "insurer")).to.equal(null);
  });

  it("is not known of a book without a recorded gamma, and where nothing moved", () => {
    expect(costPerGamma(position([200, 190]), "hold")).to.equal(null);
    expect(costPerGamma(position([200, 190]), "insurer")).to.equal(null);
    expect(costPerGamma(position([200, 200]), "lp")).to.equal(null);
  });
});

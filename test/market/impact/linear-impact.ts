import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { linearImpact } from "../../../src/market/impact/linear-impact.ts";

const parts = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 1_000, max: max * 1_000 }).map((n) => n / 1_000);
const markets = fc
  .record({ depth: fc.integer({ min: 1, max: 1_000_000 }), permanent: parts(0, 5), temporary: parts(0, 2) })
  .map((terms) => ({ ...terms, impact: linearImpact(terms) }));

/** A trade as a share of the depth, small enough to be paid for. */
const trade = parts(-0.2, 0.2);
const rounds = fc.array(trade, { minLength: 1, maxLength: 12 });

describe("market/impact: permanent and temporary, linear", () => {
  it("a sale of a tenth of the market at λ = 5 moves the log price by −0.5 and gets the mean of the prices it passes", () => {
    const { quote, logMove, temporaryCost } = linearImpact({ depth: 1_000, permanent: 5, temporary: 0 }).trade(-100, 20);
    expect(logMove).to.be.closeTo(-0.5, 1e-15);
    expect(quote).to.be.closeTo((-20 * 1_000 * (1 - Math.exp(-0.5))) / 5, 1e-9);
    expect(temporaryCost).to.equal(0);
  });

  it("Almgren and Chriss's example: a million shares at $50, γ = 2.5e-7, η = 2.5e-6, in five days cost ½γX² + ηX²/5 = $625,000, less what logs take off", () => {
    const [shares, price, days] = [1e6, 50, 5];
    const impact = linearImpact({ depth: 1, permanent: 2.5e-7 / price, temporary: 2.5e-6 / price });
    let [log, received] = [Math.log(price), 0];
    for (let day = 0; day < days; day += 1) {
      const { quote, logMove } = impact.trade(-shares / days, Math.exp(log));
      log += logMove;
      received -= quote;
    }
    expect((price * shares - received) / 625_000).to.be.closeTo(1, 0.005);
  });

  it("pays what many small trades without temporary cost pay, by the midpoint rule", () => {
    fc.assert(
      fc.property(markets, parts(-1, 1), ({ depth, permanent }, size) => {
        const impact = linearImpact({ depth, permanent, temporary: 0 });
        const slices = 4_000;
        let sum = 0;
        for (let i = 0; i < slices; i += 1) sum += Math.exp((permanent * size * (i + 0.5)) / slices);
        expect(impact.trade(size * depth, 3).quote / (3 * depth)).to.be.closeTo((sum * size) / slices, 1e-5 * Math.exp(permanent));
      }),
    );
  });

  it("a round trip never earns on a price that only it moves: it pays its temporary costs, to rounding", () => {
    fc.assert(
      fc.property(markets, rounds, ({ depth, impact }, trades) => {
        const back = -trades.reduce((sum, each) => sum + each, 0);
        const pieces = Array.from({ length: 20 }, () => back / 20);
        let [log, paid, temporary, turnover] = [0, 0, 0, 0];
        for (const each of [...trades, ...pieces]) {
          const { quote, logMove, temporaryCost } = impact.trade(each * depth, 100 * Math.exp(log));
          log += logMove;
          paid += quote;
          temporary += temporaryCost;
          turnover += Math.abs(quote);
        }
        expect(log).to.be.closeTo(0, 1e-12);
        expect(Math.abs(paid - temporary)).to.be.at.most(1e-10 * (turnover + depth));
        expect(paid).to.be.at.least(-1e-10 * (turnover + depth));
      }),
    );
  });

  it("nor on average on a path that nobody can foretell, whatever it does on the way: all 64 futures of a fair coin", () => {
    const plan = fc.array(trade, { minLength: 63, maxLength: 63 });
    fc.assert(
      fc.property(markets, plan, parts(0, 0.4), ({ depth, impact }, sizes, jump) => {
        let [paid, temporary, turnover] = [0, 0, 0];
        /** One trade at each node of the tree, chosen by all that has happened; the last gives everything back. */
        const walk = (node: number, fundamental: number, held: number, log: number): void => {
          const isEnd = node >= 64;
          const size = isEnd ? -held : (sizes[node - 1] ?? 0);
          // Back in pieces, since one may be more than the market pays for.
          const pieces = isEnd ? 40 : 1;
          const chance = 1 / (1 << Math.floor(Math.log2(node)));
          for (let i = 0; i < pieces; i += 1) {
            const { quote, logMove, temporaryCost } = impact.trade((size / pieces) * depth, fundamental * Math.exp(log));
            log += logMove;
            paid += chance * quote;
            temporary += chance * temporaryCost;
            turnover += chance * Math.abs(quote);
          }
          if (isEnd) return;
          walk(2 * node, fundamental * (1 + jump), held + size, log);
          walk(2 * node + 1, fundamental * (1 - jump), held + size, log);
        };
        walk(1, 100, 0, 0);
        expect(Math.abs(paid - temporary)).to.be.at.most(1e-9 * (turnover + depth));
        expect(paid).to.be.at.least(-1e-9 * (turnover + depth));
      }),
      { numRuns: 50 },
    );
  });

  it("the largest sale is paid nothing, the next smaller one something, and a larger one is refused by its name", () => {
    fc.assert(
      fc.property(markets, ({ temporary, depth, impact }) => {
        fc.pre(temporary > 0);
        const { largestSale } = impact;
        expect(-impact.trade(-largestSale, 1).quote / (temporary * depth)).to.be.within(-1e-9, 1e-9 * (largestSale / depth / temporary));
        expect(impact.trade(-0.99 * largestSale, 1).quote).to.be.below(0);
        expect(() => impact.trade(-1.01 * largestSale, 1)).to.throw(RangeError, String(largestSale));
      }),
    );
  });

  it("without permanent impact that is depth/temporary; without temporary impact there is none", () => {
    expect(linearImpact({ depth: 10, permanent: 0, temporary: 0.5 }).largestSale).to.equal(20);
    const free = linearImpact({ depth: 10, permanent: 1, temporary: 0 });
    expect(free.largestSale).to.equal(Infinity);
    expect(free.trade(-50, 7).quote).to.be.below(0);
  });

  for (const [name, terms] of [
    ["no depth", { depth: 0, permanent: 1, temporary: 0 }],
    ["a depth that is no number", { depth: NaN, permanent: 1, temporary: 0 }],
    ["impact that pays the trader", { depth: 1, permanent: -1, temporary: 0 }],
    ["temporary impact that does", { depth: 1, permanent: 0, temporary: -0.1 }],
  ] as const) {
    it(`refuses ${name}`, () => expect(() => linearImpact(terms)).to.throw(RangeError));
  }

  it("refuses a trade that is no number", () =>
    expect(() => linearImpact({ depth: 1, permanent: 1, temporary: 0 }).trade(NaN, 1)).to.throw(RangeError));
});

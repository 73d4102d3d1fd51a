import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { toBase, toPrice, valueAt } from "../../src/core/units.ts";
import { fillPostings } from "../../src/ledger/reference-entries.ts";
import { fillAt } from "../../src/market/reference-market.ts";

const base = fc.bigInt({ min: -(10n ** 26n), max: 10n ** 26n });
const price = fc.bigInt({ min: 1n, max: 10n ** 13n });
/** Whole parts in a million, as a share. */
const cost = fc.integer({ min: 0, max: 50_000 }).map((ppm) => ppm / 1e6);

describe("a fill at the reference market", () => {
  it("2.5 base at 154.83 with 10 bp: 387.075 and a cost of 0.387075, rounded against the taker", () => {
    expect(fillAt(toBase(-2.5), toPrice(154.83), 0.001)).to.deep.equal({
      base: toBase(-2.5),
      quote: -387_075_000n,
      cost: 387_075n,
      impact: 0n,
    });
    expect(fillAt(toBase(2.5), toPrice(154.83), 0.001)).to.deep.equal({
      base: toBase(2.5),
      quote: 387_075_001n,
      cost: 387_075n,
      impact: 0n,
    });
  });

  it("nothing costs nothing", () => {
    expect(fillAt(0n, toPrice(154.83), 0.001)).to.deep.equal({ base: 0n, quote: 0n, cost: 0n, impact: 0n });
  });

  it("rounds against the taker: pays at least the worth, receives at most it, and less than two smallest units beyond it", () => {
    fc.assert(
      fc.property(base, price, cost, (base, price, cost) => {
        const { quote } = fillAt(base, price, cost);
        const overpaid = valueAt(0n, quote, price) - valueAt(base, 0n, price);
        expect(overpaid >= 0n).to.equal(true);
        expect(overpaid < 2n * 10n ** 20n).to.equal(true);
      }),
    );
  });

  it("the cost is its share of the worth in whole smallest units, rounded up", () => {
    fc.assert(
      fc.property(base, price, cost, (base, price, cost) => {
        const ppm = BigInt(Math.round(cost * 1e6));
        const whole = valueAt(base < 0n ? -base : base, 0n, price) / 10n ** 20n;
        const fill = fillAt(base, price, cost);
        expect(fill.cost * 1_000_000n >= whole * ppm).to.equal(true);
        expect((fill.cost - 1n) * 1_000_000n < whole * ppm).to.equal(true);
      }),
    );
  });

  it("a round trip never pays, at any price and cost", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 26n }), price, cost, (base, price, cost) => {
        const [bought, sold] = [fillAt(base, price, cost), fillAt(-base, price, cost)];
        expect(bought.quote + bought.cost + sold.quote + sold.cost >= 0n).to.equal(true);
      }),
    );
  });

  it("posts what sums to nothing in each asset, all of it at the reference market", () => {
    fc.assert(
      fc.property(base, price, cost, (base, price, cost) => {
        const fill = fillAt(base, price, cost);
        const postings = fillPostings("arbitrageur-1", fill);
        const sum = (account: string | null, asset: "base" | "quote"): bigint =>
          postings.reduce(
            (total, each) => (each.asset === asset && (account ?? each.account) === each.account ? total + each.amount : total),
            0n,
          );
        expect(postings.every((each) => each.place === "reference")).to.equal(true);
        expect([sum(null, "base"), sum(null, "quote")]).to.deep.equal([0n, 0n]);
        expect(sum("arbitrageur-1", "base")).to.equal(base);
        expect(sum("arbitrageur-1", "quote")).to.equal(-fill.quote - fill.cost);
        expect(sum("reference-market", "base")).to.equal(-base);
        expect(sum("reference-market", "quote")).to.equal(fill.quote);
        expect(sum("reference-fees", "quote")).to.equal(fill.cost);
      }),
    );
  });
});

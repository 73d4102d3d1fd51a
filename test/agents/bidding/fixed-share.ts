import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { stream } from "../../../src/core/random.ts";
import { privateValues, sealedAuctions } from "./sealed-auctions.ts";

describe("agents/bidding: a fixed share", () => {
  const random = stream(1, "searcher");

  for (const [share, value, offer] of [
    [0, 10n ** 18n, 0n],
    [1, 10n ** 18n, 10n ** 18n],
    [0.9, 10n ** 18n, 9n * 10n ** 17n],
    [0.9, 9n, 8n],
    [0.5, 1n, 0n],
    [0.3, 0n, 0n],
  ] as const) {
    it(`${share} of ${value} wei is ${offer}`, () => expect(fixedShare(share).offer(value, random)).to.equal(offer));
  }

  it("is never above the value and less than a wei and a billionth below its share", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.bigInt({ min: 0n, max: 10n ** 15n }), (share, value) => {
        const offer = fixedShare(share).offer(value, random);
        expect(offer <= value).to.equal(true);
        expect(Math.abs(Number(offer) - share * Number(value))).to.be.below(1.01 + 1e-9 * Number(value));
      }),
    );
  });

  it("offers the same after wins and losses", () => {
    const rule = fixedShare(0.7);
    for (const won of [true, false, true]) rule.learn(rule.offer(100n, random), 100n, won);
    expect(rule.offer(100n, random)).to.equal(70n);
  });

  it("the equilibrium share (n − 1)/n leaves the winner the difference to the second of n uniform values (Vickrey 1961)", () => {
    for (const n of [2, 5]) {
      const searchers = Array.from({ length: n }, () => fixedShare((n - 1) / n));
      const { kept, gap } = sealedAuctions({ searchers, values: privateValues(n, (u) => u), seed: n })(20_000);
      expect(kept).to.be.closeTo(1 / (n + 1), 0.003);
      expect(kept / gap).to.be.closeTo(1, 0.03);
    }
  });
});

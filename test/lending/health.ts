import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { toBase, toPrice, toQuote } from "../../src/core/units.ts";
import { collateralRatio, isUnsafe, unsafeBorrowers } from "../../src/lending/health.ts";

const terms = { liquidationRatioPpm: 1_500_000 };

describe("lending/health", () => {
  it("knows the ratio of collateral to debt", () => {
    expect(collateralRatio({ collateral: toBase(100), debt: toQuote(10_000) }, toPrice(194.27))).to.equal(1.9427);
  });

  it("calls a position at the ratio safe, and one a unit of price, collateral or debt beyond it unsafe", () => {
    const position = { collateral: toBase(75), debt: toQuote(10_000) };
    expect(isUnsafe(position, toPrice(200), terms)).to.equal(false);
    expect(isUnsafe(position, toPrice(200) - 1n, terms)).to.equal(true);
    expect(isUnsafe({ ...position, collateral: position.collateral - 1n }, toPrice(200), terms)).to.equal(true);
    expect(isUnsafe({ ...position, debt: position.debt + 1n }, toPrice(200), terms)).to.equal(true);
  });

  it("agrees with the ratio in doubles wherever that is clear", () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 24n }),
      fc.bigInt({ min: 1n, max: 10n ** 14n }),
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
    );
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1_000_000, max: 3_000_000 }), ([collateral, debt, price], liquidationRatioPpm) => {
        const distance = collateralRatio({ collateral, debt }, price) / (liquidationRatioPpm / 1e6) - 1;
        fc.pre(Math.abs(distance) > 1e-12);
        expect(isUnsafe({ collateral, debt }, price, { liquidationRatioPpm })).to.equal(distance < 0);
      }),
    );
  });

  it("names those who may be liquidated, oldest first", () => {
    const debt = toQuote(10_000);
    const positions = new Map([
      ["first", { collateral: toBase(80), debt }],
      ["second", { collateral: toBase(100), debt }],
      ["third", { collateral: toBase(76), debt }],
    ]);
    expect(unsafeBorrowers({ positions }, toPrice(200), terms)).to.deep.equal([]);
    expect(unsafeBorrowers({ positions }, toPrice(190), terms)).to.deep.equal(["third"]);
    expect(unsafeBorrowers({ positions }, toPrice(155), terms)).to.deep.equal(["first", "third"]);
  });

  it("refuses what overflows on the chain", () => {
    const position = { collateral: 2n ** 255n, debt: 1n };
    expect(() => isUnsafe(position, 2n, terms)).to.throw(/^0x4e487b710{62}11$/);
    expect(() => isUnsafe({ collateral: 1n, debt: 2n ** 209n }, 1n, terms)).to.throw(/^0x4e487b710{62}11$/);
  });
});

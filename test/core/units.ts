import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  baseNumber,
  priceNumber,
  quoteForBase,
  QUOTE_UNIT,
  quoteNumber,
  toBase,
  toPrice,
  toQuote,
  toWeiFromGwei,
  valueAt,
  VALUE_UNIT,
  valueNumber,
} from "../../src/core/units.ts";

/** Spacing of doubles just above 1. */
const EPSILON = Number.EPSILON;
const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const price = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe("units: numbers and smallest units", () => {
  const written: readonly (readonly [name: string, got: bigint, expected: bigint])[] = [
    ["1 base is 10^18 wei", toBase(1), 10n ** 18n],
    ["0.1 base is 10^17 wei", toBase(0.1), 10n ** 17n],
    ["1,234,567.5 base", toBase(1_234_567.5), 12_345_675n * 10n ** 17n],
    ["−0.25 base", toBase(-0.25), -25n * 10n ** 16n],
    ["no base", toBase(0), 0n],
    ["1 quote is 10^6", toQuote(1), 10n ** 6n],
    ["0.0000005 quote rounds up", toQuote(5e-7), 1n],
    ["0.0000004 quote rounds down", toQuote(4e-7), 0n],
    ["67,923,883.66 quote", toQuote(67_923_883.66), 67_923_883_660_000n],
    ["1.5 gwei", toWeiFromGwei(1.5), 1_500_000_000n],
    ["2,045.3 gwei", toWeiFromGwei(2_045.3), 2_045_300_000_000n],
    ["a price of 154.83", toPrice(154.83), 15_483_000_000n],
  ];
  for (const [name, got, expected] of written) it(name, () => expect(got).to.equal(expected));

  it("base comes back from its smallest units, to a rounding", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (tokens) => {
        // Half a wei of the rounding, and what a double cannot hold of a share of 10^18.
        expect(Math.abs(baseNumber(toBase(tokens)) - tokens)).to.be.at.most(2 * EPSILON * Math.abs(tokens) + 1e-18);
      }),
    );
  });

  it("quote comes back from its smallest units, to half a unit", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (tokens) => {
        expect(Math.abs(quoteNumber(toQuote(tokens)) - tokens)).to.be.at.most(0.5e-6 + EPSILON * Math.abs(tokens));
      }),
    );
  });

  it("amounts in whole micro-tokens make the round trip, quote without loss, base to two roundings", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (micro) => {
        expect(toQuote(micro / 1e6)).to.equal(BigInt(micro));
        expect(quoteNumber(BigInt(micro))).to.equal(micro / 1e6);
        expect(Math.abs(baseNumber(BigInt(micro) * 10n ** 12n) - micro / 1e6)).to.be.at.most(EPSILON * Math.abs(micro / 1e6));
      }),
    );
  });

  it("what is no number is no amount", () => {
    for (const wrong of [NaN, Infinity, -Infinity]) {
      expect(() => toBase(wrong)).to.throw(RangeError);
      expect(() => toQuote(wrong)).to.throw(RangeError);
      expect(() => toWeiFromGwei(wrong)).to.throw(RangeError);
    }
  });
});

describe("units: prices", () => {
  it("come back to the last of their eight decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000_000 }), (e8) => {
        expect(toPrice(e8 / 1e8)).to.equal(BigInt(e8));
        expect(toPrice(priceNumber(BigInt(e8)))).to.equal(BigInt(e8));
      }),
    );
  });

  it("are the nearest that can be written", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e6, noNaN: true }), (number) => {
        expect(Math.abs(Number(toPrice(number)) - number * 1e8)).to.be.at.most(0.5);
      }),
    );
  });

  it("are at least 10^-8", () => {
    for (const small of [Number.MIN_VALUE, 1e-300, 1e-9, 4.9e-9, 1e-8]) expect(toPrice(small)).to.equal(1n);
    expect(toPrice(1.6e-8)).to.equal(2n);
  });

  for (const wrong of [0, -0, -1, -Number.MIN_VALUE, NaN, Infinity, -Infinity]) {
    it(`${Object.is(wrong, -0) ? "−0" : wrong} is none`, () => {
      expect(() => toPrice(wrong)).to.throw(RangeError, `not a price: ${wrong}`);
    });
  }
});

describe("units: values", () => {
  it("one base at one quote, and one quote, are worth the unit", () => {
    expect(valueAt(10n ** 18n, 0n, 10n ** 8n)).to.equal(VALUE_UNIT);
    expect(valueAt(0n, QUOTE_UNIT, 1n)).to.equal(VALUE_UNIT);
    expect(valueNumber(VALUE_UNIT)).to.equal(1);
    // 2.5 base at 154.83, less 100 quote.
    expect(valueNumber(valueAt(toBase(2.5), toQuote(-100), toPrice(154.83)))).to.equal(287.075);
  });

  it("are exact: the same as the sum of two fractions over a common denominator", () => {
    fc.assert(
      fc.property(amount, amount, price, (base, quote, at) => {
        // base/10^18 · price/10^8 + quote/10^6, without a decimal lost.
        const numerator = base * at * 10n ** 6n + quote * 10n ** 26n;
        expect(valueAt(base, quote, at) * 10n ** 6n).to.equal(numerator);
      }),
    );
  });

  it("add up: of two holdings together, and of one at two prices", () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, price, price, (b1, q1, b2, q2, from, to) => {
        expect(valueAt(b1 + b2, q1 + q2, to)).to.equal(valueAt(b1, q1, to) + valueAt(b2, q2, to));
        expect(valueAt(b1, q1, to) - valueAt(b1, q1, from)).to.equal(b1 * (to - from));
      }),
    );
  });

  it("as numbers are right to two roundings", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 40n }), (value) => {
        const [back, scale] = [BigInt(Math.round(valueNumber(value * 10n ** 26n) / 2 ** 60)), 2n ** 60n];
        const off = back * scale - value;
        // Half of 2^60 for the rounding of this test itself.
        expect((off < 0n ? -off : off) <= value / 2n ** 51n + scale / 2n).to.equal(true);
      }),
    );
  });
});

describe("units: quote for base", () => {
  const cases: readonly (readonly [base: bigint, price: bigint, quote: bigint])[] = [
    [10n ** 18n, 15_483_000_000n, 154_830_000n],
    [1n, 1n, 0n],
    [-1n, 1n, -1n],
    [10n ** 20n, 1n, 1n],
    [-(10n ** 20n), 1n, -1n],
    [10n ** 20n + 1n, 1n, 1n],
    [-(10n ** 20n) - 1n, 1n, -2n],
    [0n, 15_483_000_000n, 0n],
  ];
  for (const [base, at, quote] of cases) {
    it(`${base} wei at ${at}e-8 is ${quote} smallest units`, () => expect(quoteForBase(base, at)).to.equal(quote));
  }

  it("is the largest whole number that is not worth more, for both signs", () => {
    fc.assert(
      fc.property(amount, price, (base, at) => {
        const quote = quoteForBase(base, at);
        const worth = valueAt(base, 0n, at);
        expect(valueAt(0n, quote, at) <= worth).to.equal(true);
        expect(valueAt(0n, quote + 1n, at) > worth).to.equal(true);
      }),
    );
  });
});

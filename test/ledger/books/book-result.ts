import { expect } from "chai";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import { type BookEnd, bookResult } from "../../../src/ledger/books/book-result.ts";
import { checkBook } from "../../../src/ledger/books/check-book.ts";
import { lineSums } from "../../../src/ledger/books/lines.ts";

function end(total: number): BookEnd {
  const lines = lineSums();
  lines.add("exposure", -30);
  lines.add("premium", 5);
  return {
    book: "hedged-lp",
    title: "Hedged LP",
    collateral: "A share of the pool, short its delta.",
    block: 7_200,
    startCapital: 1_000,
    lines,
    total,
    worst: -60,
    peakMargin: 250,
    hedge: { trades: 3, turnover: 900, closedAt: null },
  };
}

describe("a book's statement", () => {
  it("carries its lines, and returns the total over capital and peak margin", () => {
    const statement = bookResult(end(-25));
    expect(statement.lines).to.include({ exposure: -30, premium: 5, bleed: 0, rounding: 0 });
    expect(statement.returnOnPeakCapital).to.equal(-25 / 1_250);
    expect(Object.keys(statement)).to.deep.equal([
      "book",
      "title",
      "collateral",
      "startCapital",
      "lines",
      "total",
      "worst",
      "peakMargin",
      "returnOnPeakCapital",
      "hedge",
    ]);
  });

  it("is refused, with the block, when the lines do not add up", () => {
    expect(() => bookResult(end(-25.000_002)))
      .to.throw(IdentityError)
      .that.includes({ code: "IDENTITY_1", block: 7_200 });
  });

  it("allows a gap of 1e-9 of the capital, and reports it", () => {
    const check = { book: "lp", block: 1, startCapital: 1_000, lines: 5 } as const;
    expect(checkBook({ ...check, total: 5 + 5e-7 })).to.be.closeTo(5e-10, 1e-16);
    expect(() => checkBook({ ...check, total: 5 + 2e-6 })).to.throw(IdentityError);
    expect(() => checkBook({ ...check, total: Number.NaN })).to.throw(IdentityError);
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepBook, SweepCell } from "../../../src/core/sweep-summary.ts";
import { spreadFigure } from "../../../src/report/sweep/spread-figure.ts";
import { makeSweep } from "./fixture.ts";
import { readNumber } from "../page/read-number.ts";
import { readTable } from "../page/read-table.ts";

const summary = makeSweep({ paths: 1_000 });
const cell = summary.cells[0] as SweepCell;
const books = cell.books.filter(({ book }) => book === "hedged-lp" || book === "option-twin");
const heading = "LP beside hedger";
const figure = (own: readonly SweepBook[]): string => spreadFigure(summary, { id: "a", heading, books: own, cell }).markup;

describe("the figure of how totals are spread", () => {
  const html = figure(books);

  it("marks mean and quantiles where they lie on the axis", () => {
    const { from, to } = books[0]?.histogram ?? { from: NaN, to: NaN };
    const drawn = [...html.matchAll(/<line class="mark (\w+)" x1="([-\d.]+)%"/g)].map((match) => [match[1], Number(match[2])] as const);
    const expected = books.flatMap(({ measures }) => [
      ["solid", measures.total.mean] as const,
      ["dashed", measures.total.quantiles[1] ?? NaN] as const,
      ["dotted", measures.total.quantiles[0] ?? NaN] as const,
    ]);
    expect(drawn.map(([look]) => look)).to.deep.equal(expected.map(([look]) => look));
    drawn.forEach(([, x], index) => expect(x).to.be.closeTo((100 * ((expected[index]?.[1] ?? NaN) - from)) / (to - from), 0.0051));
  });

  it("has labels where their numbers lie", () => {
    const { from, to } = books[0]?.histogram ?? { from: NaN, to: NaN };
    const percent = 100 / cell.startCapital;
    const labels = [...html.matchAll(/<text x="([\d.]+)%" y="262"[^>]*>([^<]*)</g)];
    expect(labels.length).to.be.within(2, 6);
    for (const [, x, text] of labels) {
      const value = readNumber(text ?? "").value;
      expect(Number(x)).to.be.closeTo((100 * (value - from * percent)) / ((to - from) * percent), 0.0051);
    }
  });

  it("has every path in its numbers", () => {
    const rows = readTable(html, `${heading}: all paths, paths by total in percent of the start capital`);
    const sums = [1, 2].map((column) =>
      rows.slice(1).reduce((sum, row) => sum + (row[column] === "–" ? 0 : readNumber(row[column] ?? "").value), 0),
    );
    expect(sums).to.deep.equal([1_000, 1_000]);
    const { below } = books[0]?.histogram ?? {};
    expect(rows[1]?.[0]).to.match(/^below /);
    expect(rows[1]?.[1]).to.equal(below === 0 ? "–" : String(below));
  });

  it("says how many paths lie outside", () => {
    const outside = books.map((book) => ({ ...book, histogram: { ...book.histogram, below: 7, above: 0 } }));
    expect(figure(outside)).to.contain("7 below</tspan>");
    expect(figure(outside)).not.to.match(/0 above/);
  });

  it("draws a histogram without width, and one without paths", () => {
    const still = books.map((book) => ({ ...book, histogram: { from: 5, to: 5, counts: [1_000], below: 0, above: 0 } }));
    const empty = books.map((book) => ({ ...book, histogram: { from: 0, to: 0, counts: [], below: 0, above: 0 } }));
    for (const own of [still, empty]) expect(figure(own)).not.to.match(/NaN|Infinity/);
  });
});

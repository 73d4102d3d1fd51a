import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { columnTable } from "../../src/report/column-table.ts";
import { textStyle } from "../../src/report/text-style.ts";

const plain = textStyle(false);
const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map((line) => [...line].length));

describe("a table of columns on a terminal", () => {
  it("sets labels to the left and numbers to the right, with a rule where one is asked for", () => {
    const table = {
      labels: [{ head: ["pool.", "fee"], cells: ["0.003", "0.01"] }],
      columns: [
        { head: ["LP"], cells: ["1", "−20"] },
        { head: ["hedged", "LP"], cells: ["3", "4"] },
      ],
      rulesBefore: [1],
    };
    expect(columnTable(table, 60, plain)).to.deep.equal([
      "pool.       hedged",
      "fee     LP      LP",
      "──────────────────",
      "0.003    1       3",
      "──────────────────",
      "0.01   −20       4",
    ]);
  });

  it("goes on below with columns that do not fit", () => {
    const column = (name: string) => ({ head: [name], cells: ["123456"] });
    const lines = columnTable({ labels: [{ head: [], cells: ["a"] }], columns: ["x", "y", "z"].map(column) }, 18, plain);
    expect(lines).to.deep.equal(["        x       y", "─────────────────", "a  123456  123456", "", "        z", "─────────", "a  123456"]);
  });

  it("is never too wide and loses no word", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "7", " ", "−"), maxLength: 90 }), { minLength: 2, maxLength: 2 }), {
          minLength: 2,
          maxLength: 9,
        }),
        (width, labels, texts) => {
          const all = texts.map((cells) => ({ head: cells.slice(0, 1), cells }));
          const lines = columnTable({ labels: all.slice(0, labels), columns: all.slice(labels) }, width, plain);
          expect(widest(lines)).to.be.at.most(width);
          const letters = (text: string): number => text.replace(/[^ab7−]/g, "").length;
          for (const { cells } of all.slice(labels)) {
            for (const cell of cells) expect(letters(lines.join(""))).to.be.at.least(letters(cell));
          }
        },
      ),
      { seed: 20_200_312 },
    ));
});

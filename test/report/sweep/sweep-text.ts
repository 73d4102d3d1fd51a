import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { renderSweepText } from "../../../src/report/sweep/sweep-text.ts";
import { hostile } from "../hostile.ts";
import { makeSweep } from "./fixture.ts";
import { readNumber } from "../page/read-number.ts";
import { someAxes } from "./some-axes.ts";

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));
// eslint-disable-next-line no-control-regex -- terminal commands begin with one
const styles = /\u001b\[(?:1|2|22|33|39)m/g;

describe("a sweep on a terminal", () => {
  const single = makeSweep({ paths: 500 });
  const several = makeSweep({ axes: [someAxes.fee, someAxes.interval], paths: 200 });

  it("reads as it did", () => {
    const text = [single, several].map((summary) => renderSweepText(summary)).join("\n");
    expect(text).to.equal(readFileSync(new URL("sweep.txt", import.meta.url), "utf8"));
  });

  const cases = {
    "a single cell": single,
    "several cells": several,
    "desks and insurers": makeSweep({ axes: [someAxes.desk, someAxes.insurance], paths: 20 }),
    "three axes": makeSweep({ axes: [someAxes.fee, someAxes.interval, someAxes.policy], paths: 20 }),
    "hostile texts": makeSweep({ axes: [someAxes.policy, someAxes.fee], paths: 20, hostile }),
    "huge amounts": makeSweep({ axes: [someAxes.policy], paths: 20, scale: 1e140 }),
    "tiny amounts": makeSweep({ paths: 20, scale: 1e-12 }),
    "a single path": makeSweep({ axes: [someAxes.fee], paths: 1 }),
    "equal paths": makeSweep({ paths: 9, flat: true }),
    "many axes": makeSweep({ axes: "abcdefghijkl".split("").map((key) => ({ key, values: ["value"] })), paths: 5 }),
  };
  for (const [name, summary] of Object.entries(cases)) {
    it(`${name}: fits its columns, at most 200 and at least 40`, () => {
      for (const width of [40, 47, 60, 80, 100, 133, 200]) {
        const text = renderSweepText(summary, { width });
        expect(widest(text)).to.be.at.most(width);
        expect(text).not.to.match(/NaN|undefined|Infinity|\[object/);
        // eslint-disable-next-line no-control-regex -- that none is left is the point
        expect(text).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
        expect(text.endsWith("\n") && !text.endsWith("\n\n")).to.equal(true);
      }
      expect(renderSweepText(summary, { width: 10 })).to.equal(renderSweepText(summary, { width: 40 }));
      expect(renderSweepText(summary, { width: 900 })).to.equal(renderSweepText(summary, { width: 200 }));
    });
  }

  it("says the same in colour", () => {
    const colored = renderSweepText(several, { color: true });
    expect(colored).to.match(styles);
    expect(colored.replace(styles, "")).to.equal(renderSweepText(several));
  });

  it("has the summary's numbers in its rows", () => {
    const rows = renderSweepText(several, { width: 140 })
      .split("\n")
      .filter((line) => /^0\.\d+ /.test(line));
    expect(rows).to.have.length(12);
    rows.forEach((row, index) => {
      const cell = several.cells[index];
      const [fee, interval, lp, , twin] = row.split(/ ± | {2,}/);
      expect([Number(fee), Number(interval)]).to.deep.equal(cell?.at);
      for (const [text, name] of [
        [lp, "hedged-lp"],
        [twin, "option-twin"],
      ] as const) {
        const { value, digits } = readNumber(text ?? "");
        const mean = cell?.books.find(({ book }) => book === name)?.measures.total.mean ?? NaN;
        expect(value).to.be.closeTo((100 * mean) / (cell?.startCapital ?? NaN), 0.500001 * Number(`1e-${digits}`));
      }
    });
  });

  it("says none where a cell has no desk or no insurer", () => {
    const text = renderSweepText(cases["desks and insurers"], { width: 200 });
    const rows = text.split("\n").filter((line) => /^(none|call|iron-condor) +(none|cppi) /.test(line));
    expect(rows).to.have.length(6);
    for (const row of rows) {
      const [desk, insurance, ...numbers] = row.split(/ {2,}/);
      const [deskMean, deskTail, insurerMean, insurerTail] = numbers.slice(-4);
      for (const cell of [deskMean, deskTail]) expect(cell === "none", row).to.equal(desk === "none");
      for (const cell of [insurerMean, insurerTail]) expect(cell === "none", row).to.equal(insurance === "none");
    }
  });

  it("cuts more than 40 cells and says so", () => {
    const values = Array.from({ length: 50 }, (_, index) => (index + 1) / 1_000);
    const text = renderSweepText(makeSweep({ axes: [{ key: "pool.fee", values }], paths: 5 }), { width: 140 });
    expect(text.match(/^0\.0\d+ /gm)).to.have.length(40);
    expect(text).to.contain("10 more cells are on the page, index.html, and in summary.json.");
    expect(renderSweepText(several)).not.to.contain("more cells");
  });

  it("leaves out a line that is zero for everyone, and marks one that is absent for some", () => {
    const text = renderSweepText(single);
    expect(text).not.to.match(/^(vega|funding|rounding)/m);
    expect(text).to.match(/^premium +– +\+/m);
  });

  it("finds nothing in a tail of less than a path", () => {
    expect(renderSweepText(cases["a single path"])).not.to.contain("worst 5");
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { seriesCsv, swapsCsv } from "../../src/report/csv.ts";
import { csvText } from "../../src/report/csv-text.ts";
import { makeResult } from "./fixture.ts";
import { parseCsv } from "./parse-csv.ts";

describe("CSV files", () => {
  const result = makeResult();

  it("give back every number of the series, a row a block", () => {
    const [head = [], ...rows] = parseCsv(seriesCsv(result));
    expect(rows).to.have.length(result.series.block.length);
    for (const [name, column] of Object.entries(result.series)) {
      const at = head.indexOf(name);
      expect(
        rows.map((row) => Number(row[at])),
        name,
      ).to.deep.equal(column);
    }
    expect(head.slice(0, 4)).to.deep.equal(["block", "time", "isoTime", "priceE8"]);
    expect(rows[0]?.[2]).to.equal("2020-03-12T00:00:00Z");
  });

  it("give back every swap with the time of its block", () => {
    const [head = [], ...rows] = parseCsv(swapsCsv(result));
    for (const [name, column] of Object.entries(result.swaps)) {
      const at = head.indexOf(name);
      expect(rows.map((row) => row[at])).to.deep.equal(column.map(String));
    }
    const block = result.swaps.block[0] ?? 0;
    expect(Number(rows[0]?.[2])).to.equal(result.series.time[block]);
  });

  it("have a header when there is nothing else", () => {
    expect(csvText({ a: [], b: [] })).to.equal("a,b\r\n");
  });

  it("hold any text, and none that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (pairs) => {
        const [, ...rows] = parseCsv(csvText({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }));
        rows.forEach((row, index) =>
          row.forEach((cell, column) => {
            const given = pairs[index]?.[column] ?? "";
            const risky = /^[=+\-@\t\r]/.test(given) && !/^-\d+$/.test(given);
            expect(cell).to.equal(risky ? `'${given}` : given);
          }),
        );
      }),
    );
    expect(csvText({ a: ["=1+1", "+1", "-1+1", "@x", "-17", "17"] })).to.equal("a\r\n'=1+1\r\n'+1\r\n'-1+1\r\n'@x\r\n-17\r\n17\r\n");
  });
});

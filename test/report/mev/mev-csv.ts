import { expect } from "chai";
import { describe, it } from "mocha";
import { extractionsCsv, transactionsCsv } from "../../../src/report/mev/mev-csv.ts";
import { hostile } from "../hostile.ts";
import { parseCsv } from "../parse-csv.ts";
import { makeMev } from "./fixture.ts";
import { nothingExtracted } from "./nothing-extracted.ts";

describe("CSV files about extraction", () => {
  const result = makeMev("black-thursday");
  const timeOf = new Map(result.blocks.block.map((block, row) => [block, result.blocks.time[row]]));

  for (const [name, csv, table] of [
    ["extractions", extractionsCsv, "extractions"],
    ["transactions", transactionsCsv, "transactions"],
  ] as const) {
    it(`give back every one of the ${name}, with the time of its block`, () => {
      const [head = [], ...rows] = parseCsv(csv(result));
      expect(rows).to.have.length(result[table].block.length);
      for (const [column, values] of Object.entries({ ...result[table] })) {
        const at = head.indexOf(column);
        rows.forEach((row, index) => expect(row[at], column).to.equal(String(values[index])));
      }
      const [block, time, iso] = ["block", "time", "isoTime"].map((column) => head.indexOf(column));
      for (const row of rows) {
        expect(Number(row[time ?? -1])).to.equal(timeOf.get(Number(row[block ?? -1])));
        expect(Date.parse(row[iso ?? -1] ?? "") / 1_000).to.equal(Number(row[time ?? -1]));
      }
      expect(new Set(head).size).to.equal(head.length);
    });

    it(`have a header where there are no ${name}`, () => {
      expect(parseCsv(csv(nothingExtracted()))).to.deep.equal([parseCsv(csv(result))[0]]);
    });
  }

  it("hold no text that a spreadsheet would run", () => {
    const account = result.extractions.account.map(() => hostile);
    const [head = [], ...rows] = parseCsv(extractionsCsv({ ...result, extractions: { ...result.extractions, account } }));
    for (const row of rows) expect(row[head.indexOf("account")]).to.equal(`'${hostile}`);
  });
});

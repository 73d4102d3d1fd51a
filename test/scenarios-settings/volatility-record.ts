import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { parseVolatility, type VolatilityColumns } from "../../src/scenarios/volatility-record.ts";

const text = (...rows: readonly string[]): string => ["# a record", "date,close,vix_close,vx1,vx2", ...rows].join("\n");

function fault(rows: readonly string[], columns: VolatilityColumns = { index: "VIX" }): InputError["facts"] {
  try {
    parseVolatility(text(...rows), "my.csv", [1, 2], columns);
  } catch (error) {
    if (error instanceof InputError && error.code === "RECORD_HOLE") return error.facts;
    throw error;
  }
  throw new Error("accepted");
}

describe("parseVolatility", () => {
  it("reads the index and every future of the header", () => {
    expect(parseVolatility(text("a,1,20.5,21,22", "b,1,30,25,23.25"), "my.csv", [1, 2], { index: "VIX" })).to.deep.equal({
      index: "VIX",
      times: [1, 2],
      closes: [20.5, 30],
      futures: [
        { name: "vx1", closes: [21, 25] },
        { name: "vx2", closes: [22, 23.25] },
      ],
      vix3m: null,
    });
  });

  it("reads the index of three months where the record has it, null where a cell may be empty", () => {
    const record = (...cells: readonly string[]): string => ["date,vix_close,vix3m", ...cells].join("\n");
    const read = (mayBeEmpty: readonly string[], ...cells: readonly string[]) =>
      parseVolatility(record(...cells), "my.csv", [1, 2], { index: "VIX", mayBeEmpty }).vix3m;
    expect(read([], "a,20,22.5", "b,30,28")).to.deep.equal([22.5, 28]);
    expect(read(["vix3m"], "a,20,", "b,30,28")).to.deep.equal([null, 28]);
    expect(() => read([], "a,20,", "b,30,28"))
      .to.throw(InputError)
      .with.property("code", "RECORD_HOLE");
  });

  it("keeps an empty cell as null where one may be empty, and only there", () => {
    const rows = ["a,1,20,21,", "b,1,30,25,23"];
    const { futures } = parseVolatility(text(...rows), "my.csv", [1, 2], { index: "VIX", mayBeEmpty: ["vx2"] });
    expect(futures[1]?.closes).to.deep.equal([null, 23]);
    expect(fault(rows)).to.include({ file: "my.csv", line: 3, column: "vx2", value: "" });
  });

  for (const [what, rows, line, column, value] of [
    ["a missing close of the index", ["a,1,20,21,22", "b,1,,25,23"], 4, "vix_close", ""],
    ["nought", ["a,1,0,21,22", "b,1,30,25,23"], 3, "vix_close", "0"],
    ["a negative close", ["a,1,20,-21,22", "b,1,30,25,23"], 3, "vx1", "-21"],
    ["what is no number", ["a,1,20,21,22", "b,1,30,25,n/a"], 4, "vx2", "n/a"],
    ["a row that is too short", ["a,1,20,21,22", "b,1,30"], 4, "vx1", ""],
  ] as const)
    it(`refuses ${what}, with its place`, () => {
      expect(fault(rows)).to.include({ file: "my.csv", line, column, value });
    });

  it("refuses an index that the record does not have", () => {
    expect(fault(["a,1,20,21,22"], { index: "VXO" })).to.include({ column: "vxo_close", line: 3 });
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import type { InputFacts } from "../../src/core/errors.ts";
import { MAX_PATH_ROWS, parsePathCsv } from "../../src/market/parse-path-csv.ts";

const BARS = "time,open,high,low,close\n";
const ROW = "2020-03-12T00:00:00Z,10,12,9,11\n";
const NEXT = "2020-03-12T00:10:00Z,11,12,10,11\n";

function fault(text: string): InputError {
  try {
    parsePathCsv(text, "my.csv");
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text.slice(0, 200)}`);
}

describe("parsePathCsv", () => {
  it("reads bars, and takes the smallest spacing for their length", () => {
    const path = parsePathCsv("time,open,high,low,close,volume\n0,1,2,1,2,5\n600,2,3,2,3,\n1800,3,3,3,3,x\n", "my.csv");
    expect(path).to.deep.equal({
      kind: "bars",
      series: {
        seconds: 600,
        bars: [
          { time: 0, open: 1, high: 2, low: 1, close: 2 },
          { time: 600, open: 2, high: 3, low: 2, close: 3 },
          { time: 1800, open: 3, high: 3, low: 3, close: 3 },
        ],
      },
    });
  });

  it("reads single prices, columns in any order, names in any case", () => {
    expect(parsePathCsv("Price,note,Date\n1.5,a,2020-01-01\n2e0,b,2020-01-02\n", "my.csv")).to.deep.equal({
      kind: "points",
      times: [1_577_836_800, 1_577_923_200],
      prices: [1.5, 2],
    });
  });

  it("takes a byte-order mark, CRLF, blank lines, spaces around cells and comments before the header", () => {
    const plain = parsePathCsv(BARS + ROW + NEXT, "my.csv");
    const decorated = `\uFEFF# exchange\r\n# source\r\n${BARS}\r\n${ROW}${NEXT}\r\n\r\n`.replace(/,/g, " , ").replace(/\r?\n/g, "\r\n");
    expect(parsePathCsv(decorated, "my.csv")).to.deep.equal(plain);
    expect(parsePathCsv((BARS + ROW + NEXT).trimEnd(), "my.csv")).to.deep.equal(plain);
  });

  it("reads back any bars that are written out", () => {
    const price = fc.double({ min: 1e-6, max: 9e7, noNaN: true });
    const bar = fc.tuple(price, price, price, price).map((values) => {
      const [low = 0, open = 0, close = 0, high = 0] = values.sort((a, b) => a - b);
      return { open, high, low, close };
    });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 2, maxLength: 30 }), fc.integer({ min: 1, max: 86_400 }), (values, seconds) => {
        const bars = values.map((each, i) => ({ time: 1_000 + i * seconds, ...each }));
        const text = BARS + bars.map((each) => [each.time, each.open, each.high, each.low, each.close].join(",")).join("\n");
        expect(parsePathCsv(text, "my.csv")).to.deep.equal({ kind: "bars", series: { bars, seconds } });
      }),
    );
  });

  // What is wrong, the text, the code, and where.
  const faults: readonly (readonly [what: string, text: string, code: string, facts: InputFacts])[] = [
    ["an empty file", "", "PATH_EMPTY", {}],
    ["a file of comments and blanks", "# nothing\n\n", "PATH_EMPTY", {}],
    ["a header without a time", "open,high,low,close\n", "PATH_HEADER", { line: 1 }],
    ["a header without prices", "# a\ntime,volume\n", "PATH_HEADER", { line: 2, value: "time,volume" }],
    ["a header with parts of a bar", "time,open,high,low\n", "PATH_HEADER", { line: 1 }],
    ["a header with a price and parts of a bar", "time,price,close\n", "PATH_HEADER", { line: 1 }],
    ["a header that repeats a name", "time,price,price\n", "PATH_HEADER", { line: 1 }],
    ["a header with time and date", "time,date,price\n", "PATH_HEADER", { line: 1 }],
    ["no header", ROW + NEXT, "PATH_HEADER", { line: 1 }],
    ["no rows", BARS, "PATH_TOO_FEW_ROWS", { value: "0 rows" }],
    ["one row", BARS + ROW, "PATH_TOO_FEW_ROWS", { value: "1 rows" }],
    ["a cell too few", `${BARS}${ROW}2020-03-12T00:10:00Z,10,12,9\n`, "PATH_CELLS", { line: 3, value: "4 cells" }],
    ["a cell too many", `${BARS}2020-03-12T00:10:00Z,10,12,9,11,12\n`, "PATH_CELLS", { line: 2, value: "6 cells" }],
    ["quotes", `${BARS}"2020-03-12T00:00:00Z",10,12,9,11\n`, "PATH_QUOTES", { line: 2 }],
    ["a word for a number", `${BARS}0,10,12,nine,11\n`, "PATH_NOT_A_NUMBER", { line: 2, column: "low", value: "nine" }],
    ["an empty cell", `${BARS}0,10,,9,11\n`, "PATH_NOT_A_NUMBER", { line: 2, column: "high", value: "" }],
    ["a hexadecimal number", `${BARS}0,0x10,12,9,11\n`, "PATH_NOT_A_NUMBER", { line: 2, column: "open", value: "0x10" }],
    ["a thousands separator", `time,price\n0,1'000\n`, "PATH_NOT_A_NUMBER", { line: 2, column: "price" }],
    ["NaN", `${BARS}0,10,12,9,NaN\n`, "PATH_NOT_FINITE", { line: 2, column: "close", value: "NaN" }],
    ["Infinity", `${BARS}0,10,Infinity,9,11\n`, "PATH_NOT_FINITE", { line: 2, column: "high", value: "Infinity" }],
    ["minus infinity", `${BARS}0,10,12,-inf,11\n`, "PATH_NOT_FINITE", { line: 2, column: "low", value: "-inf" }],
    ["a number that overflows", `time,price\n0,1e999\n`, "PATH_PRICE_RANGE", { line: 2, column: "price", value: "1e999" }],
    ["a price too small to write in steps of 10^-8", `time,price\n0,1e-7\n`, "PATH_PRICE_RANGE", { line: 2, column: "price" }],
    ["a price of zero", `${BARS}0,10,12,0,11\n`, "PATH_NOT_POSITIVE", { line: 2, column: "low", value: "0" }],
    ["a negative price", `time,price\n0,-3\n`, "PATH_NOT_POSITIVE", { line: 2, column: "price", value: "-3" }],
    ["low above high", `${BARS}0,10,9,12,11\n`, "PATH_LOW_ABOVE_HIGH", { line: 2, column: "low", value: "12" }],
    ["close above high", `${BARS}0,10,12,9,12.5\n`, "PATH_OUTSIDE_RANGE", { line: 2, column: "close", value: "12.5" }],
    ["close below low", `${BARS}0,10,12,9,8\n`, "PATH_OUTSIDE_RANGE", { line: 2, column: "close", value: "8" }],
    ["open outside the range", `${BARS}0,8,12,9,10\n`, "PATH_OUTSIDE_RANGE", { line: 2, column: "open", value: "8" }],
    ["a time that repeats", BARS + ROW + ROW, "PATH_TIME_REPEATS", { line: 3, column: "time", value: "2020-03-12T00:00:00Z" }],
    ["a time that goes back", BARS + NEXT + ROW, "PATH_TIME_BACK", { line: 3, column: "time", value: "2020-03-12T00:00:00Z" }],
    [
      "unix and ISO times mixed",
      `${BARS}${ROW}1584000000,10,12,9,11\n`,
      "PATH_TIME_MIXED",
      { line: 3, column: "time", value: "1584000000" },
    ],
    [
      "times with and without zone mixed",
      `date,price\n2020-01-01 00:00,1\n2020-01-02T00:00Z,1\n`,
      "PATH_TIME_MIXED",
      { line: 3, column: "date" },
    ],
    ["no time", `${BARS}yesterday,10,12,9,11\n`, "PATH_TIME", { line: 2, column: "time", value: "yesterday" }],
    ["a day that does not exist", `${BARS}2020-02-30,10,12,9,11\n`, "PATH_TIME", { line: 2, value: "2020-02-30" }],
    ["milliseconds", `${BARS}1584000000000,10,12,9,11\n`, "PATH_TIME", { line: 2, value: "1584000000000" }],
  ];
  for (const [what, text, code, facts] of faults)
    it(`refuses ${what}`, () => {
      const error = fault(text);
      expect(error.code).to.equal(code);
      expect(error.facts).to.include({ file: "my.csv", ...facts });
      expect(error.facts.allowed ?? "").to.not.equal("");
      expect(error.message).to.match(/^my\.csv/);
    });

  it("counts lines from the top of the file, comments and blanks included", () => {
    expect(fault(`# one\n# two\n\n${BARS}\n${ROW}\n0x,1,1,1,1\n`).facts.line).to.equal(8);
  });

  it("reads as many rows as the limit allows, and not one more", () => {
    const rows = Array.from({ length: MAX_PATH_ROWS }, (_, i) => `${i},1`).join("\n");
    expect(parsePathCsv(`time,price\n${rows}`, "my.csv").kind).to.equal("points");
    const error = fault(`time,price\n${rows}\n${MAX_PATH_ROWS},1\n`);
    expect(error.code).to.equal("PATH_TOO_MANY_ROWS");
    expect(error.facts).to.include({ line: MAX_PATH_ROWS + 2 });
    expect(error.message).to.include(String(MAX_PATH_ROWS));
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { describe, it } from "mocha";
import type { Comparison } from "../../../src/core/comparison.ts";
import { CrashError } from "../../../src/core/errors.ts";
import { compareFiles } from "../../../src/report/compare/compare-files.ts";
import { compareJsonSchema } from "../../../src/report/compare/compare-json-schema.ts";
import { comparePage } from "../../../src/report/compare/compare-page.ts";
import { encodeCompare } from "../../../src/report/compare/encode-compare.ts";
import { hostile } from "../hostile.ts";
import { makeComparison } from "./fixture.ts";

describe("compare.json", () => {
  const comparison = makeComparison();
  const text = encodeCompare(comparison);
  const schema = JSON.parse(compareJsonSchema()) as { $id: string };
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  const code = (broken: unknown): string => {
    try {
      encodeCompare(broken as Comparison);
    } catch (error) {
      if (error instanceof CrashError) return error.code;
      throw error;
    }
    return "none";
  };
  const [first, second] = comparison.scenarios;

  it("is valid by its published schema, for another reader of schemas", () => {
    expect(schema.$id).to.equal("urn:hardhat-crash:compare:1");
    for (const each of [comparison, makeComparison({ hostile })])
      expect(validate(JSON.parse(encodeCompare(each))), JSON.stringify(validate.errors)).to.equal(true);
  });

  it("gives back what went in, and equal bytes for equal comparisons in whatever order their keys were set", () => {
    expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(comparison)));
    expect(encodeCompare(Object.fromEntries(Object.entries(comparison).reverse()) as unknown as Comparison)).to.equal(text);
    expect(text.endsWith("}\n")).to.equal(true);
  });

  const broken: readonly (readonly [what: string, comparison: unknown, code: string])[] = [
    ["a key too many", { ...comparison, more: 1 }, "RESULT_INVALID"],
    ["a number that is none", { ...comparison, scenarios: [{ ...first, fall: { value: NaN, interval: null } }, second] }, "RESULT_INVALID"],
    [
      "an infinite interval",
      { ...comparison, between: [{ book: "lp", title: "LP", less: { value: 0, interval: [0, Infinity] } }] },
      "RESULT_INVALID",
    ],
    [
      "a book that nobody knows",
      { ...comparison, between: [{ book: "bank", title: "", less: { value: 0, interval: null } }] },
      "RESULT_INVALID",
    ],
    ["another version", { ...comparison, schemaVersion: 2 }, "RESULT_INVALID"],
    [
      "a picture with columns of different lengths",
      { ...comparison, scenarios: [{ ...first, series: { ...first?.series, price: [1] } }, second] },
      "RESULT_RAGGED",
    ],
  ];
  for (const [what, each, expected] of broken) it(`refuses ${what}`, () => expect(code(each)).to.equal(expected));

  it("stands beside its schema and the page", () => {
    const files = compareFiles(comparison);
    expect([...files.keys()]).to.deep.equal(["compare.json", "compare.schema.json", "index.html"]);
    expect(files.get("compare.json")).to.equal(text);
    expect(files.get("index.html")).to.equal(comparePage(comparison));
  });
});

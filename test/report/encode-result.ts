import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { describe, it } from "mocha";
import { CrashError } from "../../src/core/errors.ts";
import type { CrashResult } from "../../src/core/result.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { resultJsonSchema } from "../../src/report/result-json-schema.ts";
import { makeResult } from "./fixture.ts";
import { hostile } from "./hostile.ts";

describe("result.json", () => {
  const result = makeResult();
  const text = encodeResult(result);
  const schema = JSON.parse(resultJsonSchema()) as { $schema: string; $id: string; properties: Record<string, unknown> };
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

  const code = (broken: unknown): string => {
    try {
      encodeResult(broken as CrashResult);
    } catch (error) {
      if (error instanceof CrashError) return error.code;
      throw error;
    }
    return "none";
  };

  it("is valid by its published schema, for another reader of schemas", () => {
    expect(schema.$schema).to.equal("https://json-schema.org/draft/2020-12/schema");
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true);
    expect(validate(JSON.parse(encodeResult(makeResult({ hostile, recorded: false }))))).to.equal(true);
    // The columns of books that not every run has are allowed, and not asked for.
    expect(validate(JSON.parse(encodeResult(makeResult({ chosen: true }))))).to.equal(true);
    const { required } = (schema.properties["series"] as { required: readonly string[] }) ?? {};
    expect(required).to.include("shortStraddle").and.not.to.include("desk").and.not.to.include("insurer");
  });

  it("has a schema that refuses what is too much, too little or of another kind", () => {
    const { seed, ...less } = result;
    expect(validate({ ...result, more: seed })).to.equal(false);
    expect(validate(less)).to.equal(false);
    expect(validate({ ...result, seed: "1" })).to.equal(false);
    expect(validate({ ...result, schemaVersion: 2 })).to.equal(false);
  });

  it("says what every number means", () => {
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const { type, description, properties, items } = node as {
        type?: string;
        description?: string;
        properties?: object;
        items?: unknown;
      };
      if ((type === "number" || type === "integer") && description === undefined) bare.push(path);
      for (const [name, each] of Object.entries(properties ?? {})) walk(each, `${path}.${name}`);
      if (type === "array" && (items as { type?: string } | undefined)?.type === "object") walk(items, `${path}[]`);
    };
    walk(schema, "");
    expect(bare).to.deep.equal([]);
  });

  it("comes back as the same result", () => expect(JSON.parse(text)).to.deep.equal(result));

  it("does not depend on the order in which keys were set", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, each]) => [key, reversed(each)]),
            )
          : value;
    expect(encodeResult(reversed(result) as CrashResult)).to.equal(text);
  });

  it("puts its version first, its engine last and each column on one line", () => {
    const keys = Object.keys(JSON.parse(text) as object);
    expect(keys[0]).to.equal("schemaVersion");
    expect(keys.at(-1)).to.equal("engine");
    const column = text.split("\n").find((line) => line.startsWith('    "poolPrice": ['));
    expect(column).to.match(/\],$/);
    expect(text.endsWith("}\n")).to.equal(true);
  });

  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    it(`refuses ${value}`, () => {
      expect(code({ ...result, pool: { ...result.pool, fees: value } })).to.equal("RESULT_INVALID");
      expect(code({ ...result, series: { ...result.series, lp: result.series.lp.with(7, value) } })).to.equal("RESULT_INVALID");
    });
  }

  it("refuses a desk's column that is shorter than the others", () => {
    const chosen = makeResult({ chosen: true });
    expect(code({ ...chosen, series: { ...chosen.series, desk: chosen.series.desk?.slice(1) } })).to.equal("RESULT_RAGGED");
  });

  it("names where it is wrong", () => {
    const series = { ...result.series, lp: result.series.lp.with(7, Number.NaN) };
    expect(() => encodeResult({ ...result, series })).to.throw(CrashError, "series.lp.7");
  });

  it("refuses unknown keys and columns of different lengths", () => {
    expect(code({ ...result, extra: 1 })).to.equal("RESULT_INVALID");
    expect(code({ ...result, series: { ...result.series, lp: result.series.lp.slice(1) } })).to.equal("RESULT_RAGGED");
    expect(code({ ...result, swaps: { ...result.swaps, side: [] } })).to.equal("RESULT_RAGGED");
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { describe, it } from "mocha";
import { CrashError } from "../../../src/core/errors.ts";
import type { MevResult } from "../../../src/core/mev-result.ts";
import { encodeMev } from "../../../src/report/mev/encode-mev.ts";
import { mevJsonSchema } from "../../../src/report/mev/mev-json-schema.ts";
import { hostile } from "../hostile.ts";
import { makeMev } from "./fixture.ts";
import { nothingExtracted } from "./nothing-extracted.ts";

describe("mev.json", () => {
  const result = makeMev("black-thursday", { compared: true });
  const text = encodeMev(result);
  const schema = JSON.parse(mevJsonSchema()) as { $schema: string; $id: string; properties: Record<string, unknown> };
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

  const code = (broken: unknown): string => {
    try {
      encodeMev(broken as MevResult);
    } catch (error) {
      if (error instanceof CrashError) return error.code;
      throw error;
    }
    return "none";
  };

  it("is valid by its published schema, for another reader of schemas", () => {
    expect(schema.$schema).to.equal("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).to.equal("urn:hardhat-crash:mev:1");
    for (const each of [result, makeMev("may-19"), makeMev("may-19", { hostile, compared: true }), nothingExtracted()])
      expect(validate(JSON.parse(encodeMev(each))), JSON.stringify(validate.errors)).to.equal(true);
  });

  it("has a schema that refuses what is too much, too little or of another kind", () => {
    const { seed, ...less } = result;
    expect(validate({ ...result, more: seed })).to.equal(false);
    expect(validate(less)).to.equal(false);
    expect(validate({ ...result, participants: [{ ...result.participants[0], base: 1 }] })).to.equal(false);
    expect(validate({ ...result, participants: [{ ...result.participants[0], base: "1.5" }] })).to.equal(false);
    expect(validate({ ...result, transactions: { ...result.transactions, channel: ["by post"] } })).to.equal(false);
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
        items?: { type?: string };
      };
      if (["number", "integer", "array"].includes(type ?? "") && description === undefined && items?.type !== "object") bare.push(path);
      for (const [name, each] of Object.entries(properties ?? {})) walk(each, `${path}.${name}`);
      if (items?.type === "object") walk(items, `${path}[]`);
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
    expect(encodeMev(reversed(result) as MevResult)).to.equal(text);
  });

  it("puts its version first and each column on one line", () => {
    expect(Object.keys(JSON.parse(text) as object).at(0)).to.equal("schemaVersion");
    expect(Object.keys(JSON.parse(text) as object)).to.deep.equal(Object.keys(schema.properties));
    expect(text.split("\n").filter((line) => /^ {4}"(priceAfter|poolGain|poolBefore)": \[.*\],?$/.test(line))).to.have.length(3);
    expect(text.endsWith("}\n")).to.equal(true);
  });

  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    it(`refuses ${value} and names where it is`, () => {
      expect(code({ ...result, gap: { ...result.gap, max: value } })).to.equal("RESULT_INVALID");
      const extractions = { ...result.extractions, gross: result.extractions.gross.with(3, value) };
      expect(() => encodeMev({ ...result, extractions })).to.throw(CrashError, "extractions.gross.3");
    });
  }

  it("refuses unknown keys and columns of different lengths", () => {
    expect(code({ ...result, extra: 1 })).to.equal("RESULT_INVALID");
    for (const table of ["blocks", "extractions", "transactions"] as const) {
      const [name = "", column = []] = Object.entries({ ...result[table] }).at(-1) ?? [];
      expect(code({ ...result, [table]: { ...result[table], [name]: column.slice(1) } }), table).to.equal("RESULT_RAGGED");
    }
  });
});

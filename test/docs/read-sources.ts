import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import ts from "typescript";
import { errorCodes } from "../../scripts/docs/error-codes.ts";
import { exportedNames } from "../../scripts/docs/exported-names.ts";
import { exportsPage } from "../../scripts/docs/exports-page.ts";
import { libraryDoors } from "../../scripts/docs/library-page.ts";
import { schemaFields } from "../../scripts/docs/schema-fields.ts";
import { settingUnit } from "../../scripts/docs/setting-unit.ts";
import { writtenTexts } from "../../scripts/docs/written-texts.ts";
import * as door from "../../src/index.ts";

describe("what the site reads from sources", () => {
  describe("exports of a folder", () => {
    let folder = "";
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "exports-"));
      writeFileSync(
        join(folder, "to-balance.ts"),
        "/**\n * Holds when `books` balance.\n *\n * @param within share\n * @throws Error where they do not\n */\nexport function toBalance(\n  within: number,\n): boolean {\n  return within > 0;\n}\n\nfunction hidden(): void {}\nhidden();\n",
      );
      writeFileSync(
        join(folder, "shape.ts"),
        "/** A shape. */\nexport interface Shape {\n  /** In quote. */\n  readonly size?: number;\n  readonly parts: readonly { readonly id: string }[];\n}\n",
      );
      writeFileSync(join(folder, "bare.ts"), "export const bare = 1;\n");
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it("are read with signature, doc comment and fields", () => {
      expect(exportedNames(join(folder, "to-balance.ts"))).to.deep.equal([
        {
          name: "toBalance",
          signature: "function toBalance(within: number): boolean",
          doc: "Holds when `books` balance.",
          tags: ["`within` share", "Throws Error where they do not"],
          members: [],
        },
      ]);
      expect(exportedNames(join(folder, "shape.ts"))[0]?.members).to.deep.equal([
        { name: "size?", type: "number", doc: "In quote." },
        { name: "parts", type: "object[]", doc: "" },
        { name: "parts[].id", type: "string", doc: "" },
      ]);
    });

    it("make a page, a section each, without those that say nothing of themselves", () => {
      const page = exportsPage(
        { title: "Matchers", words: "What a test can say.", folder },
        { ofWord: () => undefined, ofHref: () => null },
      );
      expect(page.sections.map(({ title }) => title)).to.deep.equal(["Shape", "toBalance"]);
      expect(page.sections[1]?.content.markup).to.include("Holds when <code>books</code> balance.");
    });
  });

  it("all that the door gives when it is opened, among its types", () => {
    const names = libraryDoors().flatMap(({ names: own }) => own.map(({ name }) => name));
    const given = Object.keys(door).filter((name) => name !== "default");
    expect(given.length).to.be.above(5);
    expect(names).to.include.members([...given, "hardhatCrash", "CrashOptions", "CrashResult", "SweepSummary"]);
    for (const { names: own } of libraryDoors())
      for (const { name, doc, members } of own) expect(doc !== "" || members.length > 0, name).to.equal(true);
  });

  it("error codes with message, what is allowed, and file; also those that a function hands on", () => {
    const all = errorCodes();
    const of = (code: string) => all.filter((each) => each.code === code);
    expect(of("SEED_INVALID")).to.deep.equal([
      {
        code: "SEED_INVALID",
        kind: "InputError",
        messages: ["the seed is no whole number"],
        allowed: ["0 to 9007199254740991"],
        file: "src/core/check-seed.ts",
      },
    ]);
    expect(of("PATH_NOT_POSITIVE")[0]).to.include({ kind: "InputError", file: "src/market/parse-path-csv.ts" });
    expect(of("PATH_NOT_POSITIVE")[0]?.messages).to.deep.equal(["a price is not positive"]);
    expect(of("ENGINE_UNKNOWN").map(({ messages, allowed }) => [messages[0], allowed[0]])).to.deep.equal([
      ["there is no engine ‹engine›", "chain or twin"],
      ["there is no engine ‹engine› for a sweep", "kernel or twin"],
    ]);
  });

  it("what an expression can say", () => {
    const said = (text: string): readonly string[] => {
      const [statement] = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true).statements;
      if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error(text);
      return writtenTexts(statement.expression, (name) => (name === "MOST" ? ts.factory.createNumericLiteral("1_000") : undefined));
    };
    expect(said("`a ${x.blockSeconds} b ${f()}`")).to.deep.equal(["a ‹block seconds› b …"]);
    expect(said('c ? "one" : "two" + 2')).to.deep.equal(["one", "two2"]);
    expect(said("`1 to ${MOST}`")).to.deep.equal(["1 to 1000"]);
  });

  it("keys of a JSON Schema at any depth", () => {
    const schema = {
      properties: {
        a: { type: "number", description: "quote" },
        b: { anyOf: [{ type: "array", items: { type: "object", properties: { c: { enum: ["x", "y"] } } } }, { type: "null" }] },
        d: { type: "object", additionalProperties: { type: "object", properties: { e: { const: 1 } } } },
      },
    };
    expect(schemaFields(JSON.stringify(schema)).map(({ path, type }) => `${path}: ${type}`)).to.deep.equal([
      "a: number",
      "b: list of object or null",
      'b[].c: "x" or "y"',
      "d: object",
      "d.*.e: 1",
    ]);
  });

  it("the unit that a setting's description ends with", () => {
    const of = (description: string, type: "number" | "string" = "number") => settingUnit({ description, type });
    expect(of("mean time between blocks (seconds)")).to.deep.equal({ words: "mean time between blocks", unit: "seconds" });
    expect(of("variance inside a bar (times); 0 is none")).to.deep.equal({ words: "variance inside a bar; 0 is none", unit: "times" });
    expect(of("cost as a share of its value").unit).to.equal("share");
    expect(of("grows with (recent over usual volatility) to this power").unit).to.equal("–");
    expect(of("as a share or not", "string").unit).to.equal("–");
  });
});

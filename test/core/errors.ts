import { expect } from "chai";
import { describe, it } from "mocha";
import { CrashError, IdentityError, InputError, type InputFacts } from "../../src/core/errors.ts";

describe("errors", () => {
  const problem = "a price must be a positive number";
  const messages: readonly (readonly [name: string, facts: InputFacts, message: string])[] = [
    ["nothing but the problem", {}, problem],
    ["a file", { file: "my.csv" }, `my.csv: ${problem}`],
    ["a file and a line", { file: "my.csv", line: 7 }, `my.csv, line 7: ${problem}`],
    ["a line alone", { line: 7 }, `line 7: ${problem}`],
    ["a column by its place", { file: "my.csv", line: 7, column: 3 }, `my.csv, line 7, column 3: ${problem}`],
    ["a column by its name", { file: "my.csv", line: 7, column: "close" }, `my.csv, line 7, column close: ${problem}`],
    ["a value", { value: "abc" }, `${problem}; found "abc"`],
    ["an empty value", { value: "" }, `${problem}; found ""`],
    ["a value with a line break", { value: 'a\n"b"' }, `${problem}; found "a\\n\\"b\\""`],
    ["what is allowed", { allowed: "numbers above 0" }, `${problem}; allowed: numbers above 0`],
    [
      "all of it",
      { file: "my.csv", line: 7, column: "close", value: "-1", allowed: "numbers above 0" },
      `my.csv, line 7, column close: ${problem}; found "-1"; allowed: numbers above 0`,
    ],
  ];
  for (const [name, facts, message] of messages) {
    it(`of input with ${name}`, () => {
      const error = new InputError("PATH_NOT_A_NUMBER", problem, facts);
      expect(error.message).to.equal(message);
      expect(error.facts).to.deep.equal(facts);
      expect(error).to.include({ code: "PATH_NOT_A_NUMBER", name: "InputError" });
      expect(error).to.be.instanceOf(CrashError).and.instanceOf(Error);
    });
  }

  for (const identity of [1, 2, 3, 4] as const) {
    it(`of identity ${identity} name it and the block`, () => {
      const error = new IdentityError(identity, 1_234, "arbitrageur-1 holds 3 of base on chain; the ledger says 2");
      expect(error.message).to.equal(
        `identity ${identity} is broken in block 1234: arbitrageur-1 holds 3 of base on chain; the ledger says 2`,
      );
      expect(error).to.include({ code: `IDENTITY_${identity}`, identity, block: 1_234, name: "IdentityError" });
      expect(error).to.be.instanceOf(CrashError).and.not.instanceOf(InputError);
    });
  }

  it("keep their code, their words and their cause", () => {
    const cause = new Error("the first one");
    const error = new CrashError("LEDGER_SWAP_DIFFERS", "it differs", { cause });
    expect(error).to.include({ code: "LEDGER_SWAP_DIFFERS", message: "it differs", name: "CrashError", cause });
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../../src/core/errors.ts";
import { parseAxes } from "../../../src/sweep/plan/parse-axes.ts";

function fault(...texts: readonly string[]): InputError {
  try {
    parseAxes(texts);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("sweep/parse-axes", () => {
  it("reads a key and its values, blanks aside", () => {
    expect(parseAxes(["pool.fee=0.0005, 0.003,0.01", "hedger.policy=band"])).to.deep.equal([
      { key: "pool.fee", values: ["0.0005", "0.003", "0.01"] },
      { key: "hedger.policy", values: ["band"] },
    ]);
    expect(parseAxes([])).to.deep.equal([]);
  });

  it("refuses what is no axis, and says what one looks like", () => {
    for (const text of ["pool.fee", "=1,2", "pool.fee=", "pool.fee=1,,2", "pool.fee=1,"]) {
      expect(fault(text).code, text).to.equal("AXIS_SYNTAX");
      expect(fault(text).message).to.include("pool.fee=0.0005,0.003,0.01");
    }
    expect(fault("pool.fee=1", "pool.fee=2").code).to.equal("AXIS_REPEATED");
  });
});

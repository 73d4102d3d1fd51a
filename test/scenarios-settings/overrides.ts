import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { parseOverrides } from "../../src/scenarios/parse-overrides.ts";

describe("parseOverrides", () => {
  it("reads pairs, spaces around them and '=' in values allowed", () => {
    expect([...parseOverrides("market.cost=0.002, run.blocks = 500,x=a=b")]).to.deep.equal([
      ["market.cost", "0.002"],
      ["run.blocks", "500"],
      ["x", "a=b"],
    ]);
  });

  for (const [text, code] of [
    ["", "SETTING_EMPTY"],
    ["  ", "SETTING_EMPTY"],
    ["a=1,", "SETTING_EMPTY"],
    [",a=1", "SETTING_EMPTY"],
    ["a", "SETTING_SYNTAX"],
    ["a=1,b", "SETTING_SYNTAX"],
    ["=1", "SETTING_SYNTAX"],
    ["a=", "SETTING_SYNTAX"],
    ["a=1,a=1", "SETTING_REPEATED"],
  ] as const)
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => parseOverrides(text))
        .to.throw(InputError)
        .with.property("code", code);
    });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import type { Comparison } from "../../../../src/core/comparison.ts";
import { makeComparison } from "../../../report/compare/fixture.ts";

/** What stands at a path whose parts are keys, or names of entries of a list. */
function at(comparison: Comparison, path: string): unknown {
  return path.split(".").reduce<unknown>((node, part) => {
    if (!Array.isArray(node)) return (node as Readonly<Record<string, unknown>>)[part];
    const named = (each: Readonly<Record<string, unknown>>): boolean =>
      ["name", "id", "participant", "book"].some((key) => each[key] === part);
    return (node as readonly Readonly<Record<string, unknown>>[]).find(named);
  }, comparison);
}

describe("findings of a comparison and the numbers behind them", () => {
  const comparison = makeComparison();

  for (const { id, field, value, interval, sentence } of comparison.findings) {
    it(`${id}: value and interval are those at ${field}`, () => {
      expect(at(comparison, field)).to.deep.equal({ value, interval });
    });

    it(`${id}: is a sentence of finite numbers, with its interval in it`, () => {
      expect(sentence).to.match(/^[A-Z].*\.$/);
      expect(sentence).to.not.match(/NaN|Infinity|undefined|null|--|\$-/);
      expect(sentence).to.match(/\(.* to .*\)/);
    });
  }

  it("cover what is popularly said, in the order of the theory", () => {
    const claims = comparison.findings.filter(({ topic }) => topic === "claim").map(({ id }) => id.slice(0, 7));
    expect(claims).to.deep.equal(["claim-1", "claim-2", "claim-3", "claim-4", "claim-5", "claim-6", "claim-7"]);
  });
});

import { readFileSync } from "node:fs";
import { expect } from "chai";
import { describe, it } from "mocha";
import { renderStatement } from "../../src/report/terminal.ts";
import { makeResult } from "./fixture.ts";
import { hostile } from "./hostile.ts";

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));
// eslint-disable-next-line no-control-regex -- terminal commands begin with one
const styles = /\u001b\[(?:1|2|22|33|39)m/g;

describe("the statement on a terminal", () => {
  const result = makeResult();
  const plain = renderStatement(result, { width: 100 });

  it("reads as it did", () => {
    expect(plain).to.equal(readFileSync(new URL("statement.txt", import.meta.url), "utf8"));
  });

  for (const width of [40, 60, 80, 100, 140]) {
    it(`fits ${width} columns`, () => expect(widest(renderStatement(result, { width }))).to.be.at.most(width));
  }

  it("says the same in colour", () => {
    const colored = renderStatement(result, { width: 100, color: true });
    expect(colored).to.match(styles);
    expect(colored.replace(styles, "")).to.equal(plain);
  });

  it("hands no terminal command through", () => {
    const text = renderStatement(makeResult({ hostile }), { width: 100 });
    // eslint-disable-next-line no-control-regex -- that none is left is the point
    expect(text).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(widest(text)).to.be.at.most(100);
  });

  it("leaves out a line that is zero for everyone, and marks one that is absent for some", () => {
    expect(plain).not.to.match(/^(vega|funding|rounding)/m);
    expect(plain).to.match(/^premium +– +\+/m);
  });

  it("names a broken identity", () => {
    const [first, ...rest] = result.identities;
    if (first === undefined) throw new Error("the fixture has identities");
    const text = renderStatement({ ...result, identities: [{ ...first, largestGap: 0.25 }, ...rest] });
    expect(text).to.contain("BROKEN: identity 1 (gap 0.25");
  });

  it("has no caveats where there are none", () => {
    const text = renderStatement({ ...result, findings: [], scenario: { ...result.scenario, thoughtExperiment: null, flaggedBars: [] } });
    expect(text).not.to.match(/Thought experiment|Flagged/);
    expect(text.endsWith("tolerance).\n")).to.equal(true);
  });
});

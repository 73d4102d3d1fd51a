import { expect } from "chai";
import { describe, it } from "mocha";
import { renderComparison } from "../../../src/report/compare/compare-terminal.ts";
import { QUESTION } from "../../../src/report/compare/question.ts";
import { hostile } from "../hostile.ts";
import { makeComparison } from "./fixture.ts";

describe("a comparison on the terminal", () => {
  const comparison = makeComparison();
  const flat = (text: string): string => text.replace(/\s+/g, "");

  for (const width of [40, 60, 80, 100, 140]) {
    const text = renderComparison(comparison, { width });

    it(`fits ${width} columns`, () => {
      expect(text.split("\n").filter((line) => [...line].length > width)).to.deep.equal([]);
      expect(text).to.not.match(/[ \t]$/m);
      expect(text).to.not.match(/NaN|undefined|null/);
    });

    it(`has every finding with its number, and the answer at the end, at ${width} columns`, () => {
      for (const { sentence, field } of comparison.findings) {
        expect(flat(text)).to.include(flat(sentence));
        expect(flat(text)).to.include(`[${field}=`);
      }
      expect(flat(text).endsWith(flat(`${QUESTION} ${comparison.answer.join(" ")}`))).to.equal(true);
    });
  }

  it("has a statement, a table of flows and one of systems for each crash", () => {
    const heads = renderComparison(comparison)
      .split("\n")
      .filter((line) => /: (First|Second) crash$|^(First|Second) crash, in parts/.test(line));
    expect(heads).to.have.length(6);
    expect(renderComparison(comparison)).to.match(
      /^pool levered +−0\.200 \(−0\.210 to −0\.190\) +dampens +\+40\.0 % \(\+39\.0 % to \+41\.0 %\)$/m,
    );
  });

  it("says of every claim what became of it, and warns of what is no record", () => {
    const text = renderComparison(comparison);
    expect(text).to.match(/CONTRADICTED: “x·y = k makes a loop that reinforces a fall”/);
    expect(text).to.match(/^Thought experiment, First crash: /m);
    expect(text).to.match(/^First crash: All 4 identities hold/m);
  });

  it("has colours only where they are wanted, and no commands from texts", () => {
    // eslint-disable-next-line no-control-regex -- what must not be there
    expect(renderComparison(makeComparison({ hostile }))).to.not.match(/\u001b/);
    expect(renderComparison(comparison, { color: true })).to.include("\u001b[1m");
  });
});

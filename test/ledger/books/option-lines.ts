import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Claim } from "../../../src/hedger/claim.ts";
import { blankMark, type Mark } from "../../../src/hedger/mark.ts";
import { squareRootClaim } from "../../../src/hedger/square-root-claim.ts";
import { straddle } from "../../../src/hedger/straddle.ts";
import { blankLines, optionLines } from "../../../src/ledger/books/option-lines.ts";
import { optionStep } from "../../../src/ledger/books/option-position.ts";

function marked(claim: Claim, spot: number, tau: number, vol: number): Mark {
  const mark = blankMark();
  Object.assign(mark, { spot, tau, vol });
  claim.mark(mark);
  return mark;
}

describe("option lines", () => {
  it("between two marks are those of a step that prices the claim itself, to the same bits", () => {
    const lines = blankLines();
    const ends = fc.record({
      claim: fc.constantFrom(squareRootClaim(70), straddle(-5, 200)),
      from: fc.double({ min: 20, max: 600, noNaN: true }),
      to: fc.double({ min: 20, max: 600, noNaN: true }),
      tau: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
      passed: fc.double({ min: 0, max: 0.5, noNaN: true }),
      vol: fc.double({ min: 0.05, max: 3, noNaN: true }),
      volAfter: fc.double({ min: 0.05, max: 3, noNaN: true }),
      hedge: fc.double({ min: -20, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(ends, ({ claim, from, to, tau, passed, vol, volAfter, hedge }) => {
        const [after, still] = [marked(claim, to, tau - passed, volAfter), marked(claim, to, tau - passed, vol)];
        const holding = { before: marked(claim, from, tau, vol), after, hedge, unchanged: still.value };
        optionLines(holding, lines);
        const step = optionStep(claim, vol, { price: from, tau }, { price: to, tau: tau - passed }, hedge, volAfter);
        expect(lines).to.deep.equal(step);
      }),
      { numRuns: 1_000 },
    );
  });

  it("say a case worked by hand", () => {
    // ½·4·3² of gamma, of which theta −18 implies −2·(−18)/(0.5²·6²) = 4; the value rises by 1 more than the expansion.
    const before = { spot: 6, tau: 0.5, vol: 0.5, value: 10, delta: 2, gamma: 4, theta: -20, vega: 7, otherDrift: 2 };
    const unchanged = 10 + 6 - 5 + 18 + 1;
    const after = { spot: 9, tau: 0.25, value: unchanged + 1.75 };
    const lines = blankLines();
    optionLines({ before, after, hedge: -1, unchanged }, lines);
    expect(lines).to.deep.equal({ exposure: 3, premium: -5, bleed: 18, vega: 1.75, higherOrder: 1 });
  });
});

import { expect } from "chai";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { SeedEstimate } from "../../../../src/core/comparison.ts";
import { fine } from "../../../../src/ledger/findings/compare/fine.ts";
import { tell } from "../../../../src/ledger/findings/compare/tell.ts";

describe("what an interval tells", () => {
  const cases: readonly (readonly [interval: SeedEstimate["interval"], origin: number, nothing: number, told: string])[] = [
    [[0.1, 0.2], 0, 0, "above"],
    [[-0.2, -0.1], 0, 0, "below"],
    [[-0.1, 0.2], 0, 0, "open"],
    [[0, 0], 0, 0, "open"],
    [[0, 0.2], 0, 0, "open"],
    [[0, 0], 0, 0.01, "none"],
    [[-0.01, 0.01], 0, 0.01, "none"],
    [[-0.011, 0.01], 0, 0.01, "open"],
    [[0.005, 0.02], 0, 0.01, "above"],
    [[0.2, 0.9], 1, 0, "below"],
    [[1.1, 1.2], 1, 0, "above"],
    [[0.9, 1.2], 1, 0, "open"],
    [null, 0, 0.01, "open"],
    [[NaN, NaN], 0, 0.01, "open"],
  ];
  for (const [interval, origin, nothing, told] of cases)
    it(`${JSON.stringify(interval)} against ${origin}, nothing up to ${nothing}: ${told}`, () => {
      expect(tell({ value: 0, interval }, origin, nothing)).to.equal(told);
    });

  it("turns with its sign", () => {
    const opposite = { above: "below", below: "above", none: "none", open: "open" } as const;
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (middle, half) => {
        const one = tell({ value: middle, interval: [middle - half, middle + half] }, 0, 0.1);
        const other = tell({ value: -middle, interval: [-middle - half, -middle + half] }, 0, 0.1);
        expect(other).to.equal(opposite[one]);
      }),
    );
  });
});

describe("a small share", () => {
  for (const [share, text] of [
    [0.00019, "0.019 %"],
    [-0.00019, "−0.019 %"],
    [-1e-9, "0.000 %"],
    [0.5, "50.000 %"],
  ] as const)
    it(`${share} reads ${text}`, () => expect(fine(share)).to.equal(text));
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findShare } from "../../../../src/venues/chain/lab/probes/find-share.ts";

describe("venues: the search for a share", () => {
  const counted = (
    of: (share: number) => number | null,
  ): { readonly asked: number[]; readonly measure: (share: number) => Promise<number | null> } => {
    const asked: number[] = [];
    return {
      asked,
      measure: async (share) => {
        asked.push(share);
        return of(share);
      },
    };
  };

  it("finds √2 − 1 and an eighth, in few steps", async () => {
    const root = counted((share) => (1 + share) * (1 + share) - 1);
    expect(await findShare(root.measure, 1, { first: 0.01, atZero: 0, tolerance: 1e-13 })).to.be.closeTo(Math.SQRT2 - 1, 1e-12);
    expect(root.asked.length).to.be.below(20);
    const cube = counted((share) => share * share * share);
    expect(await findShare(cube.measure, 1 / 512, { first: 4, atZero: 0, tolerance: 1e-15 })).to.be.closeTo(0.125, 1e-9);
  });

  it("says zero where the function is there already, and null where it never comes there", async () => {
    const flat = counted(() => 0.5);
    expect(await findShare(flat.measure, 0.4, { first: 1, atZero: 0.5, tolerance: 1e-9 })).to.equal(0);
    expect(await findShare(flat.measure, 0.6, { first: 1, atZero: 0, tolerance: 1e-9 })).to.equal(null);
  });

  it("takes what cannot be told for too much", async () => {
    const wall = counted((share) => (share > 0.3 ? null : share));
    expect(await findShare(wall.measure, 0.2, { first: 0.5, atZero: 0, tolerance: 1e-9 })).to.be.closeTo(0.2, 1e-8);
    expect(await findShare(wall.measure, 0.9, { first: 0.5, atZero: 0, tolerance: 1e-9 })).to.be.closeTo(0.3, 1e-9);
  });

  it("comes to the target of every rising power", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 1e-3, max: 2, noNaN: true }),
        async (root, power, first) => {
          const of = (share: number): number => Array.from({ length: power }).reduce<number>((product) => product * share, 1);
          const found = await findShare(async (share) => of(share), of(root), { first, atZero: 0, tolerance: 1e-14 });
          expect(of(found ?? NaN)).to.be.closeTo(of(root), 1e-11);
        },
      ),
      { numRuns: 300 },
    );
  });
});

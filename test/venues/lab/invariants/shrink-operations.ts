import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { drawOperations } from "../../../../src/venues/chain/lab/invariants/draw-operations.ts";
import { shrinkOperations } from "../../../../src/venues/chain/lab/invariants/shrink-operations.ts";

const operations = drawOperations(3, 40);

describe("venues: the fewest operations that still do it", () => {
  it("are exactly those that are needed together, whichever they are", () =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(operations.length - 1), { minLength: 1, maxLength: 5 }), async (places) => {
        const needed = places.map((place) => operations[place]!);
        let asked = 0;
        const left = await shrinkOperations(operations, async (some) => {
          asked += 1;
          return needed.every((each) => some.includes(each));
        });
        expect(left).to.deep.equal(operations.filter((each) => needed.includes(each)));
        expect(asked).to.be.below(4 * operations.length * needed.length);
      }),
    ));

  it("are minimal where either of two does it", async () => {
    const left = await shrinkOperations(operations, async (some) => some.includes(operations[5]!) || some.includes(operations[30]!));
    expect(left.length).to.equal(1);
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { packColumn } from "../../../src/report/charts/pack-column.ts";
import { unpackColumn } from "./unpack-column.ts";

describe("packed columns", () => {
  it("are whole steps from one number to the next", () => {
    expect(packColumn([195.21, 195.215, 195])).to.deep.equal({ power: -4, steps: [1_952_100, 50, -2_150] });
    expect(packColumn([1_583_971_200, 1_583_971_213])).to.deep.equal({ power: 0, steps: [1_583_971_200, 13] });
    expect(packColumn([])).to.deep.equal({ power: 0, steps: [] });
  });

  it("come back within half of the seventh digit of the largest", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }), { maxLength: 200 }), (values) => {
        const largest = Math.max(0, ...values.map(Math.abs));
        fc.pre(largest === 0 || largest > 1e-200);
        const back = unpackColumn(packColumn(values));
        expect(back).to.have.length(values.length);
        back.forEach((value, index) => expect(Math.abs(value - (values[index] ?? 0))).to.be.at.most(largest * 5.000001e-7));
      }),
    );
  });
});

import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { outlineRows } from "../../../src/report/charts/outline-rows.ts";
import { timeTicks } from "../../../src/report/charts/time-ticks.ts";

describe("the timeline", () => {
  it("keeps the lowest and the highest price of every stretch", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 50 }),
        (values, stretches) => {
          const rows = outlineRows(values, stretches);
          const kept = rows.map((row) => values[row] ?? Number.NaN);
          expect(rows).to.deep.equal([...new Set(rows)].toSorted((a, b) => a - b));
          expect(rows.length).to.be.at.most(2 * stretches);
          if (values.length > 0) expect([Math.min(...kept), Math.max(...kept)]).to.deep.equal([Math.min(...values), Math.max(...values)]);
        },
      ),
    );
  });

  it("has round times inside the run, in even steps, and not too many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 120, max: 1_000_000_000 }), (from, length) => {
        const ticks = timeTicks(from, from + length, 6);
        expect(ticks.length).to.be.within(1, 7);
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
        ticks.forEach((tick, index) => {
          expect(tick).to.be.within(from, from + length);
          if (index > 0) expect(tick - (ticks[index - 1] ?? 0)).to.equal(step);
          if (ticks.length > 1) expect(tick % step).to.equal(0);
        });
      }),
    );
    expect(timeTicks(1_583_971_200, 1_583_971_200 + 86_400, 6)).to.deep.equal(
      [0, 6, 12, 18, 24].map((hour) => 1_583_971_200 + hour * 3_600),
    );
    expect(timeTicks(5, 5, 6)).to.deep.equal([]);
  });
});

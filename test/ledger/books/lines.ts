import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { LINE_NAMES, lineSums } from "../../../src/ledger/books/lines.ts";

describe("lines of a statement", () => {
  it("are all there at zero, in the order in which they are read", () => {
    expect(Object.keys(lineSums().read())).to.deep.equal([...LINE_NAMES]);
    expect(Object.values(lineSums().read()).every((x) => x === 0)).to.equal(true);
    expect(lineSums().total()).to.equal(0);
  });

  it("keep what a plain sum loses", () => {
    const lines = lineSums();
    for (const x of [1, 1e100, 1, -1e100]) lines.add("flow", x);
    expect(lines.read().flow).to.equal(2);
    const many = lineSums();
    for (let i = 0; i < 1_000_000; i += 1) many.add("bleed", 0.1);
    expect(many.read().bleed).to.equal(100_000);
  });

  it("agree with sums in integers, and so does their total", () => {
    const entry = fc.tuple(fc.constantFrom(...LINE_NAMES), fc.integer({ min: -1_099_511_627_776, max: 1_099_511_627_776 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
        const lines = lineSums();
        for (const [line, amount] of entries) lines.add(line, amount / 1024);
        const expected = (of: typeof entries): number => of.reduce((sum, [, amount]) => sum + amount, 0) / 1024;
        for (const name of LINE_NAMES) expect(lines.read()[name]).to.equal(expected(entries.filter(([line]) => line === name)));
        expect(lines.total()).to.equal(expected(entries));
      }),
    );
  });
});

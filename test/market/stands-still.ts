import { expect } from "chai";
import { describe, it } from "mocha";
import { standsStill } from "../../src/market/stands-still.ts";

describe("market/stands-still", () => {
  const halts = [
    { from: 100, to: 1_000 },
    { from: 5_000, to: 5_900 },
  ];

  for (const [time, found] of [
    [99, false],
    [100, true],
    [999, true],
    [1_000, false],
    [4_000, false],
    [5_899, true],
    [6_000, false],
  ] as const)
    it(`at ${time}: ${found}`, () => expect(standsStill(halts, time)).to.equal(found));

  it("never without halts", () => expect(standsStill([], 100)).to.equal(false));
});

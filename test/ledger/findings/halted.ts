import { expect } from "chai";
import { describe, it } from "mocha";
import { halted } from "../../../src/ledger/findings/halted.ts";
import { CRASH } from "./unread-result.ts";

const said = (circuitBreakers: string, haltedBlocks: number): readonly string[] =>
  halted({
    ...CRASH,
    settings: { ...CRASH.settings, "market.circuitBreakers": circuitBreakers },
    crash: { ...CRASH.crash, haltedBlocks },
  }).map(({ sentence }) => sentence);

describe("finding: did the reference market stand still?", () => {
  it("by circuit breakers, or when it did, in its own words", () => {
    expect(said("on", 3)[0]).to.match(/^Circuit breakers stopped the reference market in 3 of \d+ blocks, and the pool went on\. /);
    expect(said("recorded", 3)[0]).to.match(/^The reference market stood still when its exchange did, in 3 of \d+ blocks, /);
  });

  it("nothing where none did, but for who has asked for those on record", () => {
    expect(said("off", 0)).to.deep.equal([]);
    expect(said("on", 0)).to.deep.equal([]);
    expect(said("recorded", 0)).to.deep.equal(["The whole market never stood still in this time, so its recorded halts stopped nothing."]);
  });
});

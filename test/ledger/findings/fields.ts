import { expect } from "chai";
import { describe, it } from "mocha";
import { findingsOf } from "../../../src/ledger/findings/findings.ts";
import { makeResult } from "../../report/fixture.ts";
import { numberAt } from "./number-at.ts";
import { CRASH, withPool } from "./unread-result.ts";

describe("findings and the numbers behind them", () => {
  const findings = findingsOf(CRASH);

  for (const { id, field, value, interval, basis, sentence } of findings) {
    it(`${id}: the value is the number at ${field}`, () => expect(numberAt(CRASH, field, basis)).to.equal(value));

    it(`${id}: the interval holds the value`, () => {
      const [low, high] = interval ?? [NaN, NaN];
      expect(value).to.be.within(low, high);
    });

    it(`${id}: is a sentence of finite numbers`, () => {
      expect(sentence).to.match(/^[A-Z].*\.$/);
      expect(sentence).to.not.match(/NaN|Infinity|undefined|null|--|\$-/);
    });
  }

  it("depend on nothing but the result", () => {
    expect(findingsOf(makeResult())).to.deep.equal(findings);
    expect(findingsOf(withPool({ fees: CRASH.pool.fees + 1 }))).to.not.deep.equal(findings);
  });

  it("of a run shorter than the batches have no interval of batch means", () => {
    const short = findingsOf(makeResult({ blocks: 20 }));
    expect(short.filter((each) => each.basis.includes("batch means")).map((each) => each.interval)).to.deep.equal([null, null]);
  });

  it("of a run too short for any slope point to a number all the same", () => {
    const flow = CRASH.flow.map((each) => ({
      ...each,
      slopes: each.slopes.map((slope) => ({ ...slope, slope: null, standardError: null })),
    }));
    const result = { ...CRASH, flow };
    for (const { field, value, basis } of findingsOf(result)) expect(numberAt(result, field, basis), field).to.equal(value);
  });
});

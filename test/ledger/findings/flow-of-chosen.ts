import { expect } from "chai";
import { describe, it } from "mocha";
import { findingsOf } from "../../../src/ledger/findings/findings.ts";
import { flowOfChosen } from "../../../src/ledger/findings/flow-of-chosen.ts";
import { makeResult } from "../../report/fixture.ts";
import { numberAt } from "./number-at.ts";
import { CRASH, withFlow, withReturn } from "./unread-result.ts";

const CHOSEN = makeResult({ chosen: true });

describe("finding: what desk and insurer bought and sold", () => {
  it("is not there where they are not", () => expect(flowOfChosen(CRASH)).to.deep.equal([]));

  it("turns when they turn", () => {
    const said = (move: number, desk: number, insurer: number): readonly string[] =>
      flowOfChosen(withReturn(move, withFlow({ desk, insurer }, CHOSEN))).map(({ sentence }) => sentence.split(".")[0] ?? "");
    expect(said(-0.4, -1_500, 0)).to.deep.equal([
      "While the price fell, the hedge of the Short iron condor sold 1,500 base",
      "While the price fell, the Insurer neither bought nor sold on balance",
    ]);
    expect(said(0.3, 1_500, 200)).to.deep.equal([
      "While the price rose, the hedge of the Short iron condor bought 1,500 base",
      "While the price rose, the Insurer bought 200 base",
    ]);
  });

  it("has the share sold in the worst blocks, or that nothing was sold", () => {
    const flow = CHOSEN.flow.map((each) => (each.participant === "desk" ? { ...each, shareSoldInWorstTenth: null } : each));
    const [desk, insurer] = flowOfChosen({ ...CHOSEN, flow });
    expect(desk?.sentence).to.match(/It never sold\.$/);
    expect(insurer?.sentence).to.match(/Of all that it sold, 61\.0 % was in the tenth of blocks with the lowest returns\.$/);
  });

  it("stands among the others, and its value is the number at its field", () => {
    const own = findingsOf(CHOSEN).filter(({ id }) => id.startsWith("flow-of-"));
    expect(own.map(({ id }) => id)).to.deep.equal(["flow-of-desk", "flow-of-insurer"]);
    for (const { field, value, basis } of own) expect(numberAt(CHOSEN, field, basis)).to.equal(value);
  });
});

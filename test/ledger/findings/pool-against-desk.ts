import { expect } from "chai";
import { describe, it } from "mocha";
import { poolAgainstDesk } from "../../../src/ledger/findings/pool-against-desk.ts";
import { CRASH, withBook } from "./unread-result.ts";

describe("finding: hedged LP or options desk?", () => {
  const result = (lp: number, twin: number): typeof CRASH =>
    withBook(
      "hedged-lp",
      lp,
      { premium: 3_000, flow: -1_000, bleed: -9_000 },
      withBook("option-twin", twin, { premium: 2_500, bleed: -9_100 }),
    );

  it("the LP, when its total is higher", () => {
    expect(poolAgainstDesk(result(-7_000, -8_000)).sentence).to.match(
      /^The hedged LP did better than the options desk with the same dollar gamma: −\$7,000 against −\$8,000\. /,
    );
  });

  it("the desk, when its is", () => {
    expect(poolAgainstDesk(result(-8_000, 500)).sentence).to.match(
      /^The options desk did better than the hedged LP with the same dollar gamma: −\$8,000 against \$500\. /,
    );
  });

  it("what paid the two and what gamma cost them", () => {
    expect(poolAgainstDesk(result(0, 0)).sentence).to.contain(
      "Fees and flow brought the one $2,000, theta the other $2,500; gamma cost them $9,000 and $9,100. ",
    );
  });

  it("flow that took more than the fees brought has a minus sign", () => {
    const lost = withBook("hedged-lp", -1, { premium: 3_000, flow: -5_000 });
    expect(poolAgainstDesk(lost).sentence).to.contain("Fees and flow brought the one −$2,000, ");
  });

  it("the implied volatility that would have paid, and its range over the variance inside the bars", () => {
    const finding = poolAgainstDesk({ ...CRASH, breakEven: { ...CRASH.breakEven, impliedVolatility: 3.98, soldVolatility: 0.9 } });
    expect(finding.sentence).to.match(/at an implied volatility of 398 % a year; it was sold at 90\.0 %\.$/);
    expect(finding.interval).to.deep.equal([3.02, 5.19]);
    expect(finding.basis).to.equal("low to high variance inside the bars");
  });

  it("a path without bars has no range", () => {
    const finding = poolAgainstDesk({ ...CRASH, intrabar: [] });
    expect(finding).to.deep.include({ interval: null, basis: "exact for the path" });
  });

  it("a missing book is an error", () => {
    expect(() => poolAgainstDesk({ ...CRASH, statement: [] })).to.throw(RangeError, "no such book: hedged-lp");
  });
});

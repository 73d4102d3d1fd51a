import { expect } from "chai";
import { describe, it } from "mocha";
import { IdentityLog } from "../../../src/ledger/identities/identity-log.ts";

describe("identity log", () => {
  it("counts checks and keeps the largest gap", () => {
    const about = { identity: 1, name: "each book", tolerance: 1e-9, unit: "share of starting capital" } as const;
    const log = new IdentityLog(about);
    expect(log.report()).to.deep.equal({ ...about, checks: 0, largestGap: 0 });
    for (const gap of [1e-13, 3e-12, 0, 2e-12]) log.note(gap);
    expect(log.report()).to.deep.equal({ ...about, checks: 4, largestGap: 3e-12 });
  });
});

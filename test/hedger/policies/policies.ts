import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { HedgeView } from "../../../src/hedger/policies/hedge-policy.ts";
import { policyFrom } from "../../../src/hedger/policy-from-settings.ts";
import { hedgerSettings } from "../../../src/hedger/settings.ts";

const views: fc.Arbitrary<HedgeView> = fc.record({
  block: fc.nat(100_000),
  hedge: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  delta: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  band: fc.double({ min: 0, max: 1e4, noNaN: true }),
});

describe("hedge policies", () => {
  it("carry the name of their setting", () => {
    for (const policy of ["interval", "band", "never", "whalley-wilmott", "leland", "at-the-close"] as const) {
      expect(policyFrom(hedgerSettings.parse({ policy }), 13.2).name).to.equal(policy);
    }
  });

  it("trade to −delta or not at all", () => {
    fc.assert(
      fc.property(views, fc.constantFrom("interval" as const, "band" as const, "never" as const), (view, policy) => {
        const target = policyFrom(hedgerSettings.parse({ policy }), 13.2).target(view);
        if (target !== null) {
          expect(target + view.delta).to.equal(0);
          expect(target).not.to.equal(view.hedge);
        }
      }),
    );
  });

  it("interval trades at the opening and in every nth block after it", () => {
    const policy = policyFrom({ policy: "interval", interval: 25, riskAversion: 1 }, 13.2);
    const traded = Array.from({ length: 101 }, (_, block) => block).filter(
      (block) => policy.target({ block, hedge: 0, delta: 3, band: 0 }) === -3,
    );
    expect(traded).to.deep.equal([0, 25, 50, 75, 100]);
  });

  it("interval leaves a hedge that is already right", () => {
    expect(
      policyFrom({ policy: "interval", interval: 1, riskAversion: 1 }, 13.2).target({ block: 7, hedge: -3, delta: 3, band: 0 }),
    ).to.equal(null);
  });

  it("band trades only beyond the band", () => {
    const policy = policyFrom({ policy: "band", interval: 1, riskAversion: 1 }, 13.2);
    expect(policy.target({ block: 1, hedge: -10, delta: 12, band: 2 })).to.equal(null);
    expect(policy.target({ block: 1, hedge: -10, delta: 12.5, band: 2 })).to.equal(-12.5);
    expect(policy.target({ block: 1, hedge: -10, delta: 7.5, band: 2 })).to.equal(-7.5);
  });

  it("closes a hedge of nothing at positive zero", () => {
    expect(
      policyFrom({ policy: "interval", interval: 1, riskAversion: 1 }, 13.2).target({ block: 1, hedge: -4, delta: 0, band: 0 }),
    ).to.equal(0);
  });

  it("never does not hedge, at the opening neither", () => {
    fc.assert(fc.property(views, (view) => policyFrom({ policy: "never", interval: 1, riskAversion: 1 }, 13.2).target(view) === null));
  });
});

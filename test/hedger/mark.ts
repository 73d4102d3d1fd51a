import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import type { Claim } from "../../src/hedger/claim.ts";
import { hestonModel } from "../../src/hedger/heston-model.ts";
import { ironCondor } from "../../src/hedger/iron-condor.ts";
import { blankMark } from "../../src/hedger/mark.ts";
import { mertonModel } from "../../src/hedger/merton-model.ts";
import { settledClaim } from "../../src/hedger/settled-claim.ts";
import { squareRootClaim } from "../../src/hedger/square-root-claim.ts";
import { straddle } from "../../src/hedger/straddle.ts";
import { strangle } from "../../src/hedger/strangle.ts";

const claims: readonly Claim[] = [
  blackScholes("call", 200),
  blackScholes("put", 200, 0.03),
  straddle(-5, 200),
  squareRootClaim(70),
  settledClaim(straddle(3, 200), 190, 0.9),
  ironCondor(-2, [160, 180, 220, 240]),
  strangle(3, [180, 220], mertonModel({ jumpsPerYear: 4, jumpMean: -0.1, jumpDeviation: 0.2 })),
  straddle(-1, 200, hestonModel({ meanReversion: 3, longVariance: 0.5, volOfVariance: 1.5, correlation: -0.6 })),
];

const moments = fc.record({
  claim: fc.constantFrom(...claims),
  spot: fc.oneof(fc.constant(200), fc.double({ min: 20, max: 600, noNaN: true })),
  tau: fc.oneof(fc.constantFrom(0, -0.1, 1e-13), fc.double({ min: 0, max: 1, noNaN: true })),
  vol: fc.double({ min: 0.05, max: 3, noNaN: true }),
});

describe("mark", () => {
  it("is given the same bits as greeks, value and delta, before, at and after expiry, however often it has been used", () => {
    const mark = blankMark();
    fc.assert(
      fc.property(moments, ({ claim, spot, tau, vol }) => {
        mark.spot = spot;
        mark.tau = tau;
        mark.vol = vol;
        claim.mark(mark);
        const greeks = claim.greeks(spot, tau, vol);
        expect(mark).to.deep.equal({ spot, tau, vol, ...greeks });
        expect(claim.value(spot, tau, vol)).to.equal(greeks.value);
        expect(Math.abs(claim.delta(spot, tau, vol) - greeks.delta)).to.equal(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of a call and a put of one strike is what the straddle of both adds up", () => {
    fc.assert(
      fc.property(moments, fc.double({ min: -10, max: 10, noNaN: true }), ({ spot, tau, vol }, quantity) => {
        const [call, put] = [blackScholes("call", 200).greeks(spot, tau, vol), blackScholes("put", 200).greeks(spot, tau, vol)];
        const both = straddle(quantity, 200).greeks(spot, tau, vol);
        for (const name of ["value", "delta", "gamma", "theta", "vega", "otherDrift"] as const) {
          expect(Math.abs(both[name] - quantity * (call[name] + put[name])), name).to.equal(0);
        }
      }),
    );
  });

  it("given to two claims in turn holds nothing of the first", () => {
    const mark = blankMark();
    Object.assign(mark, { spot: 210, tau: 0.1, vol: 0.8 });
    straddle(-5, 200).mark(mark);
    settledClaim(squareRootClaim(2), 225, 0.8).mark(mark);
    expect(mark).to.deep.equal({ spot: 210, tau: 0.1, vol: 0.8, value: 60, delta: 0, gamma: 0, theta: 0, vega: 0, otherDrift: 0 });
  });
});

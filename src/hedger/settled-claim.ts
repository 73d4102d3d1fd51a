import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";

/**
 * What a claim is after its expiry: the cash that it paid at the settlement price, without any slope, so that its hedge is to be closed.
 *
 * @param spot price at expiry, quote per base
 * @param vol volatility that the claim was marked at
 */
export function settledClaim(claim: Claim, spot: number, vol: number): Claim {
  const cash = claim.value(spot, 0, vol);
  return claimFromMark(claim.name, (mark) => {
    mark.value = cash;
    mark.delta = 0;
    mark.gamma = 0;
    mark.theta = 0;
    mark.vega = 0;
    mark.otherDrift = 0;
  });
}

import type { Claim } from "./claim.ts";
import { blankMark } from "./mark.ts";

/**
 * The claim that marks itself so; its other methods read what it marks.
 *
 * @param delta a shorter way to the same delta, where there is one
 */
export function claimFromMark(name: string, mark: Claim["mark"], delta?: Claim["delta"]): Claim {
  const own = blankMark();

  function markAt(spot: number, tau: number, vol: number): void {
    own.spot = spot;
    own.tau = tau;
    own.vol = vol;
    mark(own);
  }

  return {
    name,
    value(spot, tau, vol) {
      markAt(spot, tau, vol);
      return own.value;
    },
    delta:
      delta ??
      ((spot, tau, vol) => {
        markAt(spot, tau, vol);
        return own.delta;
      }),
    greeks(spot, tau, vol) {
      markAt(spot, tau, vol);
      return { value: own.value, delta: own.delta, gamma: own.gamma, theta: own.theta, vega: own.vega, otherDrift: own.otherDrift };
    },
    mark,
  };
}

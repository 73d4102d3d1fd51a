import { callAndPut } from "./call-and-put.ts";
import type { Claim } from "./claim.ts";
import { claimFromMark } from "./claim-from-mark.ts";
import { blankMark } from "./mark.ts";

/**
 * One European call or put, held long, at the value and greeks of Black and Scholes: `callAndPut` says which. The books of this project use a rate of zero.
 *
 * @param strike in quote per base, positive
 * @param rate continuously compounded interest a year
 */
export function blackScholes(kind: "call" | "put", strike: number, rate = 0): Claim {
  const options = callAndPut(strike, rate);
  const other = blankMark();
  const mark: Claim["mark"] =
    kind === "call"
      ? (own) => {
          options.mark(own, own, other);
        }
      : (own) => {
          options.mark(own, other, own);
        };
  return claimFromMark(kind, mark, (spot, tau, vol) => options.delta(kind, spot, tau, vol));
}

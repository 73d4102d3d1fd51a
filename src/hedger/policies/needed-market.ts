import type { HedgeMarket } from "./hedge-policy.ts";

/**
 * The market, for a policy that cannot do without.
 *
 * @throws TypeError when it is left out
 */
export function neededMarket(policy: string, market: HedgeMarket | undefined): HedgeMarket {
  if (market === undefined) throw new TypeError(`the policy ${policy} is asked without the market that it decides by`);
  return market;
}

import { chosenDesk } from "../../hedger/chosen-desk.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";
import { squareRootClaim } from "../../hedger/square-root-claim.ts";
import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";

/**
 * Looks whether the chosen desk can be sized at all, on a liquidity position of one quote at a price of one: nothing in that depends on how large either is.
 *
 * @throws InputError `DESK_WITHOUT_SIZE`, as every path would
 */
export function checkDesk(hedger: HedgerSettings): void {
  const start = { spot: 1, tau: yearsToExpiry(hedger.expiryDays, 0), vol: hedger.impliedVolatility };
  const claim = squareRootClaim(1);
  const { value, vega } = claim.greeks(start.spot, start.tau, start.vol);
  chosenDesk(hedger, start, { dollarGamma: -0.25, vega: vega / value, capital: 1 });
}

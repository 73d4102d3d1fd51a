import { chosenDesk } from "../../hedger/chosen-desk.ts";
import type { Claim } from "../../hedger/claim.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";
import { squareRootClaim } from "../../hedger/square-root-claim.ts";
import { straddle } from "../../hedger/straddle.ts";
import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";
import type { PoolWalk } from "./pool-walk.ts";

/** What the desks hold; the chosen one null where there is none. */
export interface DeskClaims {
  readonly twin: Claim;
  readonly short: Claim;
  readonly desk: Claim | null;
}

/**
 * The claims of a path that starts at this price, sized to the liquidity position that has just been opened there: the twin to its value, the straddles
 * to its dollar gamma, the chosen desk as its settings say. Paths that start alike share them.
 *
 * @returns a function that throws InputError `DESK_WITHOUT_SIZE`
 */
export function deskClaims(hedger: HedgerSettings): (pool: PoolWalk, start: number) => DeskClaims {
  const { expiryDays, impliedVolatility: vol } = hedger;
  const tau = yearsToExpiry(expiryDays, 0);
  let madeAt = NaN;
  let made: DeskClaims | null = null;
  return (pool, start) => {
    if (made !== null && start === madeAt) return made;
    const capital = pool.valueAt(start);
    const dollarGamma = pool.dollarGamma(start);
    const oneGamma = straddle(-1, start).greeks(start, tau, vol).gamma * start * start;
    const twin = squareRootClaim(capital / squareRootClaim(1).value(start, tau, vol));
    const { vega } = twin.greeks(start, tau, vol);
    madeAt = start;
    made = {
      twin,
      short: straddle(-(dollarGamma / oneGamma), start),
      desk: chosenDesk(hedger, { spot: start, tau, vol }, { dollarGamma, vega, capital }),
    };
    return made;
  };
}

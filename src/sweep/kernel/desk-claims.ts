import type { Claim } from "../../hedger/claim.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";
import { squareRootClaim } from "../../hedger/square-root-claim.ts";
import { straddle } from "../../hedger/straddle.ts";
import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";
import type { PoolWalk } from "./pool-walk.ts";

/** What the two desks hold. */
export interface DeskClaims {
  readonly twin: Claim;
  readonly short: Claim;
}

/**
 * The claims of a path that starts at this price, sized to the liquidity position that has just been opened there: the twin to its value, the straddles
 * to its dollar gamma. Paths that start alike share them.
 */
export function deskClaims({
  expiryDays,
  impliedVolatility,
}: Pick<HedgerSettings, "expiryDays" | "impliedVolatility">): (pool: PoolWalk, start: number) => DeskClaims {
  const years = yearsToExpiry(expiryDays, 0);
  let madeAt = NaN;
  let made: DeskClaims | null = null;
  return (pool, start) => {
    if (made !== null && start === madeAt) return made;
    const oneValue = squareRootClaim(1).value(start, years, impliedVolatility);
    const oneGamma = straddle(-1, start).greeks(start, years, impliedVolatility).gamma * start * start;
    madeAt = start;
    made = {
      twin: squareRootClaim(pool.valueAt(start) / oneValue),
      short: straddle(-(pool.dollarGamma(start) / oneGamma), start),
    };
    return made;
  };
}

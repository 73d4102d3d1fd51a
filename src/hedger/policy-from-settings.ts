import { band } from "./policies/band.ts";
import type { HedgePolicy } from "./policies/hedge-policy.ts";
import { interval } from "./policies/interval.ts";
import { never } from "./policies/never.ts";
import type { HedgerSettings } from "./settings.ts";

/** The rebalancing policy that the settings name. The band's width reaches it block by block, in the view. */
export function policyFrom(settings: Pick<HedgerSettings, "policy" | "interval">): HedgePolicy {
  switch (settings.policy) {
    case "interval":
      return interval(settings.interval);
    case "band":
      return band;
    case "never":
      return never;
  }
}

import { SECONDS_A_YEAR } from "../core/seconds-a-year.ts";
import { atTheClose } from "./policies/at-the-close.ts";
import { band } from "./policies/band.ts";
import type { HedgePolicy } from "./policies/hedge-policy.ts";
import { interval } from "./policies/interval.ts";
import { leland } from "./policies/leland.ts";
import { never } from "./policies/never.ts";
import { whalleyWilmott } from "./policies/whalley-wilmott.ts";
import type { HedgerSettings } from "./settings.ts";

/**
 * The rebalancing policy that the settings name. The band's width reaches it block by block, in the view.
 *
 * @param blockSeconds mean time between blocks
 */
export function policyFrom(settings: Pick<HedgerSettings, "policy" | "interval" | "riskAversion">, blockSeconds: number): HedgePolicy {
  switch (settings.policy) {
    case "interval":
      return interval(settings.interval);
    case "band":
      return band;
    case "never":
      return never;
    case "whalley-wilmott":
      return whalleyWilmott(settings.riskAversion);
    case "leland":
      return leland({ blocks: settings.interval, years: (settings.interval * blockSeconds) / SECONDS_A_YEAR });
    case "at-the-close":
      return atTheClose;
  }
}

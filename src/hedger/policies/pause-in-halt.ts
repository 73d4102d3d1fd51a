import type { HedgePolicy } from "./hedge-policy.ts";
import { neededMarket } from "./needed-market.ts";

/** The same policy, by the same name, that leaves its hedge alone while the reference market is halted. What it misses there it does not make up for by itself. */
export function pauseInHalt(policy: HedgePolicy): HedgePolicy {
  const { name } = policy;
  return {
    name,
    target: (view, market) => (neededMarket(`${name}, paused in halts,`, market).isHalted ? null : policy.target(view, market)),
  };
}

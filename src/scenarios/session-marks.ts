import { type SessionMarks, sessionsOf } from "../market/sessions-of.ts";
import type { ScenarioMarket } from "./scenario.ts";

/** Which blocks of a path are a session's open or close; null where the market never closes. */
export function sessionMarks(market: ScenarioMarket, times: readonly number[]): SessionMarks | null {
  return market.kind === "sessions" ? sessionsOf(times, market.sessions) : null;
}

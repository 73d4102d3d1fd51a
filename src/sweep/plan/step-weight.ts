import type { HedgerSettings } from "../../hedger/settings.ts";
import type { SweepEngine } from "./plan.ts";

/** Options of how many strikes a desk prices in a block. */
const STRIKES: Readonly<Record<HedgerSettings["desk"], number>> = {
  none: 0,
  call: 1,
  put: 1,
  straddle: 1,
  strangle: 2,
  "iron-condor": 4,
  strip: 51,
};

/** What one of them takes, in steps of an engine without a desk; roughly. */
const A_STRIKE: Readonly<Record<SweepEngine, Readonly<Record<HedgerSettings["model"], number>>>> = {
  kernel: { "black-scholes": 1, merton: 20, heston: 250 },
  twin: { "black-scholes": 0.01, merton: 0.2, heston: 2.5 },
};

/** How many times as long as without its desk a block takes. */
export function stepWeight(engine: SweepEngine, { desk, model }: Pick<HedgerSettings, "desk" | "model">): number {
  return 1 + STRIKES[desk] * A_STRIKE[engine][model];
}

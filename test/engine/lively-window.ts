import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

/** Starts of the hours in which most happened, unix seconds. */
const LIVELY: Readonly<Record<string, number>> = {
  "black-thursday-2020": Date.UTC(2020, 2, 12, 10, 30) / 1000,
  "may-19-2021": Date.UTC(2021, 4, 19, 12, 50) / 1000,
};

/** A scenario that begins in the middle of its crash, so that a short run of it is a lively one. */
export function livelyWindow(name: string): Scenario {
  const scenario = findScenario(name);
  return { ...scenario, from: LIVELY[name] ?? scenario.from };
}

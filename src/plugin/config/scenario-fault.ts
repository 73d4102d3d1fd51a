import { InputError } from "../../core/errors.ts";
import { findScenario, isKnown } from "../../scenarios/find-scenario.ts";

/** Why there is no such scenario, in the words of the command line, or null. */
export function scenarioFault(name: string): string | null {
  // Finding one reads its figures, which only a run wants.
  if (isKnown(name)) return null;
  try {
    findScenario(name);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

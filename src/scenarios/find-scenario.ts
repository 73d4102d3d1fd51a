import { InputError } from "../core/errors.ts";
import { blackThursday2020 } from "./black-thursday-2020.ts";
import { calmDay } from "./calm-day.ts";
import { cryptoScenarios } from "./crypto-scenarios.ts";
import { equityScenarios } from "./equity-scenarios.ts";
import { lawScenarios } from "./law-scenarios.ts";
import { may192021 } from "./may-19-2021.ts";
import { nearestName } from "./nearest-name.ts";
import type { Scenario } from "./scenario.ts";

/** Read only when asked for. */
const scenarios: ReadonlyMap<string, () => Scenario> = new Map([
  ["black-thursday-2020", blackThursday2020],
  ["may-19-2021", may192021],
  ...cryptoScenarios,
  ...equityScenarios,
  ["calm-day", calmDay],
]);
const all: ReadonlyMap<string, () => Scenario> = new Map([...scenarios, ...lawScenarios]);

/** The scenario that runs when none is named. */
export const DEFAULT_SCENARIO = "black-thursday-2020";

/** Names that no scenario may have, because subtasks of `crash` have them. */
export const RESERVED_NAMES: readonly string[] = ["compare", "list", "mev", "probe", "replay", "serve", "sweep"];

/** @throws InputError with the nearest name, or a hint where the name is that of a subtask */
export function findScenario(name: string): Scenario {
  const load = all.get(name);
  if (load !== undefined) return load();
  const allowed = [...all.keys()].join(", ");
  if (RESERVED_NAMES.includes(name))
    throw new InputError(
      "SCENARIO_RESERVED",
      `${name} is a subtask, not a scenario: run \`npx hardhat crash ${name}\` with nothing before it`,
      { value: name, allowed },
    );
  throw new InputError("SCENARIO_UNKNOWN", `there is no scenario ${name}; did you mean ${nearestName(name, [...all.keys()])}?`, {
    value: name,
    allowed,
  });
}

/** Whether a scenario of this name can be found. */
export function isKnown(name: string): boolean {
  return all.has(name);
}

/** The recorded crashes, of coins and then of shares, each in order of time and the default first; the calm day last. */
export function listScenarios(): readonly Scenario[] {
  return [...scenarios.values()].map((load) => load());
}

/** The laws of prices, each as a scenario. */
export function listLaws(): readonly Scenario[] {
  return [...lawScenarios.values()].map((load) => load());
}

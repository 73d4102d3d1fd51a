import { listLaws, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { describeSettings } from "../../src/scenarios/settings.ts";
import { errorCodes } from "./error-codes.ts";
import { errorHref } from "./errors-page.ts";
import { libraryDoors, libraryHref } from "./library-page.ts";
import { scenarioHref } from "./scenarios-page.ts";
import { settingHref } from "./settings-page.ts";
import { namedTasks, taskHref } from "./tasks-page.ts";

/** Names that stand in code, and where the site explains them: tasks, settings, scenarios, error codes, files of results, and what the library exports. */
export function knownWords(): ReadonlyMap<string, string> {
  const scenarios = [...listScenarios(), ...listLaws()];
  const settings = [...describeSettings(), ...listLaws().flatMap((law) => describeSettings(law))];
  const tasks = namedTasks().map(({ name }) => name);
  return new Map([
    ...libraryDoors().flatMap(({ names }) => names.map(({ name }) => [name, libraryHref(name)] as const)),
    ...["result", "mev", "compare", "summary"].map((name) => [`${name}.json`, `results.html#${name}-json`] as const),
    ...scenarios.map(({ name }) => [name, scenarioHref(name)] as const),
    ...settings.map(({ key }) => [key, settingHref(key)] as const),
    ...errorCodes().map(({ code }) => [code, errorHref(code)] as const),
    ...tasks.map((name) => [`npx hardhat ${name}`, taskHref(name)] as const),
    ...tasks.filter((name) => name.includes(" ")).map((name) => [name, taskHref(name)] as const),
  ]);
}

import { factsList } from "../../src/report/page/facts-list.ts";
import { limitsList } from "../../src/report/page/limits-list.ts";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { listLaws, listScenarios } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { describeSettings } from "../../src/scenarios/settings.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import type { PageContent } from "./site-page.ts";

/** Where a scenario is explained. */
export function scenarioHref(name: string): string {
  return `scenarios.html#${name}`;
}

/** Every scenario and every law of prices: what happened, where its prices come from, how it was set up, and what it sets. */
export function scenariosPage(links: TextLinks): PageContent {
  const all = [...listScenarios(), ...listLaws()];
  return {
    title: "Scenarios",
    intro: [
      markup`<p>${inlineMarkup("The name of one goes behind `crash`, `crash mev`, `crash serve` or `crash sweep`, two go behind `crash compare`, and into `scenario` of the library. First the recorded crashes and a calm day to compare with, then laws from which prices are drawn.", links)}</p>\n`,
    ],
    sections: all.map((scenario) => ({ id: scenario.name, title: scenario.title, content: scenarioMarkup(scenario, links) })),
    targets: all.map(({ name }) => ({ label: name, id: name })),
  };
}

function scenarioMarkup(scenario: Scenario, links: TextLinks): Markup {
  const { name, what, from, to, source, resolution, era, thoughtExperiment, flaggedBars, calibration } = scenario;
  const usual = new Map(describeSettings().map(({ key, default: value }) => [key, value]));
  const own = describeSettings(scenario).filter(({ key, room, default: value }) => room !== "process" && usual.get(key) !== value);
  const facts = [
    ["name", markup`<code>${name}</code>`],
    ...(scenario.market.kind === "process" ? [] : [["time", `${minute(from)} to ${minute(to)} UTC`] as const]),
    ["prices", `${source}; ${resolution}`],
    ["chain", era],
    ...(thoughtExperiment === null ? [] : [["thought experiment", thoughtExperiment] as const]),
    ...flaggedBars.map(({ time, what: odd, treatment }) => ["flagged bar", `${minute(time)}: ${odd}; ${treatment}`] as const),
    ...(own.length === 0
      ? []
      : [
          [
            "sets",
            markup`${own.map(({ key, default: value }, at) => markup`${at === 0 ? "" : inlineMarkup(", ", links)}${inlineMarkup(`\`${key}\``, links)}<code>=${String(value)}</code>`)}`,
          ] as const,
        ]),
  ] as const;
  return markup`<p>${what}</p>\n${factsList(facts)}${calibration.length === 0 ? "" : limitsList(calibration)}`;
}

function minute(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ");
}

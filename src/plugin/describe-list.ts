import { wrapText } from "../report/wrap-text.ts";
import { DEFAULT_SCENARIO } from "../scenarios/find-scenario.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { SettingField } from "../scenarios/setting-fields.ts";
import { describeSettings } from "../scenarios/settings.ts";

const INDENT = 4;
/** Beside names there is room for the rest in terminals of this width and more; in narrower ones it stands below. */
const TWO_COLUMNS = 80;

/**
 * Every scenario and every law of prices, and every setting with its default, as text to read.
 *
 * @param width columns to fit, at least 40
 */
export function describeList(scenarios: readonly Scenario[], laws: readonly Scenario[], width: number): string {
  const columns = Math.max(40, width);
  const heading = "Settings, for `--set key=value,key=value`, with their defaults; a scenario may set others:";
  return [
    "Scenarios, for `npx hardhat crash NAME`:",
    ...scenarios.map((scenario) => describeScenario(scenario, columns)),
    wrapText(heading, columns).join("\n"),
    ...describeRooms(describeSettings(), columns),
    wrapText("Laws of prices, scenarios too, each with settings of its own:", columns).join("\n"),
    ...laws.map((law) => describeLaw(law, columns)),
  ].join("\n\n");
}

function describeScenario(scenario: Scenario, width: number): string {
  const { name, title, what, from, to, resolution } = scenario;
  const usual = new Map(describeSettings().map((field) => [field.key, field.default]));
  const own = describeSettings(scenario).filter((field) => field.default !== usual.get(field.key));
  const sets = own.length === 0 ? [] : [`Sets ${own.map(pair).join(", ")}.`];
  const texts = [`${title}: ${minute(from)} to ${minute(to)} UTC, ${resolution}.`, what, ...sets];
  const head = name === DEFAULT_SCENARIO ? `  ${name} (the default)` : `  ${name}`;
  return [head, ...texts.flatMap((text) => indented(text, width, INDENT))].join("\n");
}

/** A law's name and what it is, and below them its settings. */
function describeLaw(law: Scenario, width: number): string {
  const head = [`  ${law.name}`, ...[`${law.title}.`, law.what].flatMap((text) => indented(text, width, INDENT))].join("\n");
  const own = describeSettings(law).filter(({ room }) => room === "process");
  return [head, ...describeRooms(own, width)].join("\n");
}

/** A block of lines for every room, all of them aligned. */
function describeRooms(fields: readonly SettingField[], width: number): string[] {
  const indent = width < TWO_COLUMNS ? INDENT : 4 + Math.max(...fields.map((field) => pair(field).length));
  return [...new Set(fields.map(({ room }) => room))].map((room) => {
    const own = fields.filter((field) => field.room === room);
    return own.flatMap((field) => describeSetting(field, width, indent)).join("\n");
  });
}

function describeSetting(field: SettingField, width: number, indent: number): string[] {
  const lines = [...indented(field.description, width, indent), ...indented(field.allowed, width, indent)];
  const head = `  ${pair(field)}`;
  if (indent === INDENT) return [head, ...lines];
  const [first = "", ...rest] = lines;
  return [head + first.slice(head.length), ...rest];
}

function pair({ key, default: value }: SettingField): string {
  return `${key}=${String(value)}`;
}

function indented(text: string, width: number, indent: number): string[] {
  return wrapText(text, width - indent).map((line) => " ".repeat(indent) + line);
}

function minute(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ");
}

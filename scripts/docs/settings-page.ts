import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { docTable } from "./doc-table.ts";
import { listLaws, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { mevSettings } from "../../src/scenarios/mev-settings.ts";
import type { SettingField } from "../../src/scenarios/setting-fields.ts";
import { describeSettings } from "../../src/scenarios/settings.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { longName } from "./long-name.ts";
import { settingUnit } from "./setting-unit.ts";
import type { PageContent, SearchTarget } from "./site-page.ts";

/** What each room of settings is about, in a sentence. */
const ABOUT: Readonly<Record<SettingField["room"], string>> = {
  pool: "The pool that a run starts with, and what of it the books hold.",
  market: "Where arbitrageurs and hedgers trade off chain, what that costs, and whether its price answers them.",
  lending: "The lending market beside the pool, whose collateral is sold when it falls.",
  mempool: "Blocks, the price of gas, and how a block is ordered.",
  agents: "Who trades on chain: arbitrageurs, traders, other liquidity providers, searchers.",
  hedger: "Who trades off chain: when a hedge is traded, the options desks, the insurer, and margin.",
  run: "The run as a whole.",
  process: "Where prices are drawn.",
};

/** In a cell, more scenarios than this are counted. */
const NAMED = 3;

/** Where a setting is explained. */
export function settingHref(key: string): string {
  return `settings.html#${key}`;
}

/** Every setting with its unit, its default, what is allowed, and the scenarios that have another default; the laws' own settings by law. */
export function settingsPage(links: TextLinks): PageContent {
  const fields = describeSettings();
  const laws = listLaws().map((law) => ({ law, fields: describeSettings(law).filter(({ room }) => room === "process") }));
  const rooms = [...new Set(fields.map(({ room }) => room))];
  const seen = new Set<string>();
  const ofLaws = laws.map(({ law, fields: own }) => {
    const ids = own.map(({ key }) => (seen.has(key) ? `${law.name}.${key}` : key));
    own.forEach(({ key }) => seen.add(key));
    const content = markup`<p>${inlineMarkup(`\`${law.name}\`: ${law.what}`, links)}</p>\n${table(law.title, own, ids, links)}`;
    return { id: `process-${law.name}`, title: `process: ${law.title}`, content };
  });
  const targets: SearchTarget[] = [
    ...fields.map(({ key }) => ({ label: key, id: key })),
    ...[...seen].map((key) => ({ label: key, id: key })),
  ];
  return {
    title: "Settings",
    intro: [
      markup`<p>${inlineMarkup("A setting is given as `--set key=value,key=value` to a task, and as `set` to a function of the library. What nobody sets has the default of its room, unless the scenario has another; `npx hardhat crash list` prints the same.", links)}</p>\n`,
      markup`<p>${inlineMarkup("Shares are of 1: `0.003` is 0.3 %. Quote is the dollar of the scenario.", links)}</p>\n`,
    ],
    sections: [
      ...rooms.map((room) => {
        const own = fields.filter((field) => field.room === room);
        return {
          id: room,
          title: room,
          content: markup`<p>${ABOUT[room]}</p>\n${table(
            room,
            own,
            own.map(({ key }) => key),
            links,
          )}`,
        };
      }),
      ...ofLaws,
      { id: "crash-mev-sets", title: "What crash mev sets", content: mevTable(links) },
    ],
    targets,
  };
}

function table(caption: string, fields: readonly SettingField[], ids: readonly string[], links: TextLinks): Markup {
  return docTable({
    caption: `Settings: ${caption}`,
    head: ["setting", "what it says", "unit", "default", "allowed"].map((words) => ({ words })),
    rows: fields.map((field, i) => {
      const { words, unit } = settingUnit(field);
      return [
        longName(field.key, ids[i]),
        inlineMarkup(words.replaceAll(KEY, "`$&`"), links),
        markup`${unit}`,
        markup`<code>${String(field.default)}</code>${field.room === "process" ? "" : othersMarkup(field, links)}`,
        markup`${field.allowed}`,
      ];
    }),
  });
}

/** A setting's full name within a sentence. */
const KEY = /\b(?:pool|market|lending|mempool|agents|hedger|run|process)\.[a-z][A-Za-z]+\b/g;

/** Other defaults, and which scenarios have them. */
function othersMarkup(field: SettingField, links: TextLinks): Markup {
  const by = new Map<string, string[]>();
  for (const scenario of [...listScenarios(), ...listLaws()]) {
    const own = describeSettings(scenario).find(({ key }) => key === field.key)?.default;
    if (own !== undefined && own !== field.default) by.set(String(own), [...(by.get(String(own)) ?? []), scenario.name]);
  }
  return markup`${[...by].map(
    ([value, names]) =>
      markup` <small>${inlineMarkup(`\`${value}\` in ${names.length > NAMED ? `${names.length} scenarios` : names.map((name) => `\`${name}\``).join(", ")}`, links)}</small>`,
  )}`;
}

/** What a run about extraction sets where nobody says otherwise, by the scenario's era. */
function mevTable(links: TextLinks): Markup {
  const sets = listScenarios().map((scenario) => mevSettings(scenario));
  const keys = [...new Set(sets.flatMap((set) => Object.keys(set)))];
  const valuesOf = (key: string): string => [...new Set(sets.map((set) => String(set[key])))].map((value) => `\`${value}\``).join(" or ");
  const rows = keys.map((key) => [inlineMarkup(`\`${key}\``, links), inlineMarkup(valuesOf(key), links)]);
  const words =
    "`crash mev` runs with these unless `--set` says otherwise; where two values stand, the second is that of scenarios from 2021 on and of drawn prices, when bundles could be offered. `crash serve` runs with them too, always with the auction for bundles.";
  return markup`<p>${inlineMarkup(words, links)}</p>
${docTable({ caption: "What crash mev sets", head: [{ words: "setting" }, { words: "value" }], rows })}`;
}

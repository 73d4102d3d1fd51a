import { identitiesTable } from "./identities-table.ts";
import { settingsTable } from "./settings-table.ts";
import type { CrashResult } from "../core/result.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { modelLimits } from "./model-limits.ts";
import { decimal, percent, signedPercent } from "./number-format.ts";
import { tableMarkup } from "./table-markup.ts";
import { readableTime } from "./time-format.ts";
import { unitText } from "./unit-text.ts";

/** What the run stands on: pool, identities, scenario, settings, limits, engine. */
export function pageFacts(result: CrashResult): Markup {
  const { pool, scenario, engine } = result;
  const facts = (rows: readonly (readonly [string, string])[]): Markup =>
    markup`<dl class="facts">${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`;
  const flagged = scenario.flaggedBars.map(
    (bar) => [`flagged bar ${readableTime(bar.time)} UTC`, `${bar.what}; ${bar.treatment}`] as const,
  );
  return markup`<section aria-labelledby="identities-heading"><h2 id="identities-heading">Do the books balance?</h2>
<p>Each is checked in every run; a broken one would have ended it.</p>
${identitiesTable(result.identities)}</section>
<section aria-labelledby="pool-heading"><h2 id="pool-heading">The pool in numbers</h2>
${facts([
  ["value", `${unitText(pool.startValue, "money")} at the start, ${unitText(pool.endValue, "money")} at the end`],
  ["share of the book", percent(pool.lpShare)],
  ["impermanent loss", Math.abs(pool.impermanentLoss) <= 1 ? signedPercent(pool.impermanentLoss) : unitText(pool.impermanentLoss, "money")],
  ["loss versus rebalancing", unitText(-Math.abs(pool.lossVersusRebalancing), "money")],
  ["fees", unitText(pool.fees, "money")],
  ["volume", `${unitText(pool.volume, "money")}, ${decimal(pool.turnoverPerDay, 2)} times the pool a day`],
  [
    "gap to the reference",
    `${percent(pool.gap.median)} median, ${percent(pool.gap.p95)} at the 95th percentile, ${percent(pool.gap.max)} at most`,
  ],
  ["blocks with an arbitrage", percent(pool.arbitrageShare, 1)],
  ["change of liquidity", signedPercent(pool.liquidityChange)],
])}</section>
<section aria-labelledby="scenario-heading"><h2 id="scenario-heading">Scenario</h2>
${facts([
  ["source", scenario.source],
  ["resolution", scenario.resolution],
  ["window", `${readableTime(scenario.from)} to ${readableTime(scenario.to)} UTC`],
  ["era", scenario.era],
  ...flagged,
  ...scenario.calibration.map((sentence, index) => [index === 0 ? "calibration" : "", sentence] as const),
])}
<details><summary>Settings</summary>${settingsTable(result)}</details>
<details><summary>Engine: ${engine.name}</summary>${tableMarkup({
    caption: "Gas by kind of transaction",
    head: ["transaction", "count", "scheduled gas", "measured gas"],
    rows: engine.gas.map((each) => [each.kind, decimal(each.count), decimal(each.scheduled), decimal(each.measured)]),
  })}<p class="soft">Measured less scheduled fees: ${engine.gasDifference.replace("-", "−")} wei.</p></details></section>
<section aria-labelledby="limits-heading"><h2 id="limits-heading">What the model leaves out</h2>
<ul class="limits">${modelLimits.map((limit) => markup`<li>${limit}</li>\n`)}</ul></section>
`;
}

import type { CrashResult } from "../../core/result.ts";
import { decimal, percent, signedPercent } from "../number-format.ts";
import { factsList } from "../page/facts-list.ts";
import { folded } from "../page/folded.ts";
import { identitiesTable } from "../page/identities-table.ts";
import { limitsList } from "../page/limits-list.ts";
import { markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { settingsTable } from "../page/settings-table.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { runLimits } from "./run-limits.ts";

/** What the run stands on: identities, the pool in numbers, scenario, settings, engine, limits. */
export function runFacts(result: CrashResult): readonly PageSection[] {
  const { scenario, engine } = result;
  const gas = tableMarkup({
    caption: "Gas by kind of transaction",
    head: ["transaction", "count", "scheduled gas", "measured gas"],
    rows: engine.gas.map((each) => [each.kind, decimal(each.count), decimal(each.scheduled), decimal(each.measured)]),
  });
  return [
    {
      id: "identities",
      title: "Do the books balance?",
      content: markup`<p>Each is checked in every run; a broken one would have ended it.</p>
${identitiesTable(result.identities)}`,
    },
    { id: "pool", title: "The pool in numbers", content: factsList(poolFacts(result)) },
    {
      id: "scenario",
      title: "Scenario",
      content: markup`${factsList([
        ["source", scenario.source],
        ["resolution", scenario.resolution],
        ["window", `${readableTime(scenario.from)} to ${readableTime(scenario.to)} UTC`],
        ["era", scenario.era],
        ...scenario.flaggedBars.map((bar) => [`flagged bar ${readableTime(bar.time)} UTC`, `${bar.what}; ${bar.treatment}`] as const),
        ...(scenario.calibration.length === 0
          ? []
          : [["calibration", markup`${scenario.calibration.map((sentence) => markup`<p>${sentence}</p>\n`)}`] as const]),
      ])}
${folded("Settings", settingsTable("Settings of the run", [["seed", result.seed], ...Object.entries(result.settings)]))}${folded(
        `Engine: ${engine.name}`,
        markup`${gas}<p class="soft">Measured less scheduled fees: ${engine.gasDifference.replace("-", "−")} wei.</p>`,
      )}`,
    },
    { id: "limits", title: "What the model leaves out", content: limitsList(runLimits(result.settings)) },
  ];
}

function poolFacts({ pool }: Pick<CrashResult, "pool">): readonly (readonly [name: string, text: string])[] {
  const loss = pool.impermanentLoss;
  return [
    ["contract", pool.name],
    ["value", `${unitText(pool.startValue, "money")} at the start, ${unitText(pool.endValue, "money")} at the end`],
    ["share of the book", percent(pool.lpShare)],
    ["impermanent loss", Math.abs(loss) <= 1 ? signedPercent(loss) : unitText(loss, "money")],
    ["loss versus rebalancing", unitText(-Math.abs(pool.lossVersusRebalancing), "money")],
    ["fees", unitText(pool.fees, "money")],
    ["volume", `${unitText(pool.volume, "money")}, ${decimal(pool.turnoverPerDay, 2)} times the pool a day`],
    [
      "gap to the reference",
      `${percent(pool.gap.median)} median, ${percent(pool.gap.p95)} at the 95th percentile, ${percent(pool.gap.max)} at most`,
    ],
    ["blocks with an arbitrage", percent(pool.arbitrageShare, 1)],
    ["change of liquidity", signedPercent(pool.liquidityChange)],
  ];
}

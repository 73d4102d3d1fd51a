import type { ComparedScenario } from "../../core/comparison.ts";
import type { CrashResult } from "../../core/result.ts";
import { overSeeds } from "../measures/over-seeds.ts";
import { comparedBooks } from "./compared-books.ts";
import { comparedFlow } from "./compared-flow.ts";
import { comparedPairs } from "./compared-pairs.ts";
import { comparedSeries } from "./compared-series.ts";
import { mergedIdentities } from "./merged-identities.ts";

/**
 * A scenario's runs, which differ in their seed alone, as one; without the systems that are run beside them.
 *
 * @param runs at least one
 */
export function comparedScenario(runs: readonly [CrashResult, ...CrashResult[]]): Omit<ComparedScenario, "systems"> {
  const { scenario, settings, crash } = runs[0];
  const { name, title, what, thoughtExperiment, from, to } = scenario;
  return {
    name,
    title,
    short: title.split(",")[0] ?? title,
    what,
    thoughtExperiment,
    from,
    to,
    blocks: crash.blocks,
    return: overSeeds(runs.map((run) => run.crash.return)),
    volatilityPerDay: overSeeds(runs.map((run) => run.crash.volatilityPerDay)),
    fall: overSeeds(runs.map((run) => Math.log(run.crash.startPrice / run.crash.lowPrice))),
    secondsToLow: overSeeds(runs.map((run) => run.crash.lowTime - (run.series.time[0] ?? NaN))),
    settings,
    books: comparedBooks(runs),
    flow: comparedFlow(runs),
    pairs: comparedPairs(runs),
    identities: mergedIdentities(runs),
    series: comparedSeries(runs[0]),
  };
}

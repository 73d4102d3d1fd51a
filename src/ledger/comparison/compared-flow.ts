import type { ComparedFlow } from "../../core/comparison.ts";
import type { CrashResult, FlowReport } from "../../core/result.ts";
import { knownOverSeeds } from "../measures/known-over-seeds.ts";
import { overSeeds } from "../measures/over-seeds.ts";
import { traderTitle } from "./trader-title.ts";

/** Which way the pool and the books' hedges trade, over runs that differ in their seed; participants that never traded are left out. */
export function comparedFlow(runs: readonly CrashResult[]): readonly ComparedFlow[] {
  const [first] = runs;
  if (first === undefined) return [];
  const books = first.statement
    .filter(({ hedge }) => hedge.trades > 0)
    .map(({ book, title }) => ({ participant: book, title: traderTitle(book, title) }));
  return [{ participant: "pool", title: "pool" }, ...books].flatMap(({ participant, title }) => {
    const flows = runs.flatMap(({ flow }) => flow.filter((each) => each.participant === participant));
    if (flows.length < runs.length) return [];
    const horizon = flows[0]?.slopes.findLast((each) => flows.every((flow) => slopeOver(flow, each.horizon) !== null))?.horizon ?? null;
    const slopes = horizon === null ? [] : flows.map((flow, i) => (slopeOver(flow, horizon) ?? NaN) / quarterOf(runs[i]!, participant));
    return [
      {
        participant,
        title,
        net: overSeeds(flows.map(({ netBase }, i) => netBase / baseOf(runs[i]!, participant))),
        horizon,
        slope: horizon === null ? null : overSeeds(slopes),
        soldInWorstTenth: knownOverSeeds(flows.map((flow) => flow.shareSoldInWorstTenth)),
      },
    ];
  });
}

/** Base that the whole pool, or a book's liquidity position, begins with. */
function baseOf({ series, pool }: CrashResult, participant: string): number {
  return (series.reserveBase[0] ?? NaN) * (participant === "pool" ? 1 : pool.lpShare);
}

/** A quarter of the value that is hedged, or of the pool: the books are sized to the liquidity position's dollar gamma at the start. */
function quarterOf({ flow, pool }: CrashResult, participant: string): number {
  const ofPool = Math.abs(flow.find((each) => each.participant === "pool")?.benchmarkSlope ?? NaN);
  return ofPool * (participant === "pool" ? 1 : pool.lpShare);
}

function slopeOver(flow: FlowReport, horizon: number): number | null {
  return flow.slopes.find((each) => each.horizon === horizon)?.slope ?? null;
}

import type { ComparedScenario, ComparedSystem, ComparisonFinding, SeedEstimate } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import type { Measure } from "../say.ts";
import { say } from "../say.ts";

/** Theory 0.7: a spiral is a loop gain of 1. */
const SPIRAL = 1;

const claim = { id: "claim-7-death-spiral", topic: "claim", subject: "Rebalancing by x·y = k ends in a death spiral" } as const;

/** Whether the system with a pool that has the largest gain is a spiral. */
export function deathSpiral(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const spiral = scenarios.flatMap(({ name, short, systems }) =>
    systems.filter(({ id, outOfSight }) => hasPool(id) && outOfSight > 0).map((system) => ({ name, short, system })),
  )[0];
  if (spiral !== undefined) return [endless(spiral)];
  const measures = scenarios.flatMap(({ name, short, systems }): readonly Measure[] => {
    const most = strongest(
      systems.filter(({ id }) => hasPool(id)),
      ({ gain }) => gain,
    );
    const gain = most?.gain ?? null;
    if (most === null || gain === null) return [];
    return [{ where: `${short} (“${most.title}”)`, field: `scenarios.${name}.systems.${most.id}.gain`, estimate: gain }];
  });
  if (measures.length === 0) return [];
  return [
    say({
      ...claim,
      measures,
      above: "The strongest loop with a pool in it was a spiral",
      below: "Not even the strongest loop with a pool in it was a spiral",
      whether: "the strongest loop with a pool in it was a spiral",
      format: (value) => value.toFixed(3).replace("-", "−"),
      of: "where a spiral has a gain of 1, the largest was",
      more: scenarios.flatMap(withoutPool).join(" "),
      origin: SPIRAL,
      claim: { for: ["above"], against: ["below"] },
    }),
  ];
}

function hasPool(id: string): boolean {
  return id.startsWith("pool");
}

function endless({ name, short, system }: { name: string; short: string; system: ComparedSystem }): ComparisonFinding {
  return {
    ...claim,
    sentence: `A loop with a pool in it was a spiral: with “${system.title}” trades moved the price out of sight in ${system.outOfSight} of the runs of ${short}.`,
    field: `scenarios.${name}.systems.${system.id}.outOfSight`,
    value: system.outOfSight,
    interval: null,
    basis: "a count of runs",
    told: "above",
    standing: "borne out",
  };
}

/** What it takes without a pool, and what deepened the fall most. */
function withoutPool({ short, systems }: ComparedScenario): readonly string[] {
  const desk = systems.find(({ id }) => id === "desk");
  const most = strongest(systems, ({ deeper }) => deeper);
  const [own, change] = [desk?.gain ?? null, most?.deeper ?? null];
  if (own === null || most === null || change === null) return [];
  const size = own.value > 0 ? `, and a spiral at ${(SPIRAL / own.value).toFixed(1)} times its size` : "";
  const gain = own.value.toFixed(3).replace("-", "−");
  return [`In ${short} the desk without a pool had ${gain}${size}; “${most.title}” changed a fall most, by ${percent(change.value)}.`];
}

/** The system with the largest of a number, of those that have it. */
function strongest(systems: readonly ComparedSystem[], of: (system: ComparedSystem) => SeedEstimate | null): ComparedSystem | null {
  const size = (system: ComparedSystem): number => of(system)?.value ?? -Infinity;
  return systems.reduce<ComparedSystem | null>((best, each) => (best === null || size(each) > size(best) ? each : best), null);
}

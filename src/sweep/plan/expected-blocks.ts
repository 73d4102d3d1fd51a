import { endOf } from "../../scenarios/path-drawer.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import type { Settings } from "../../scenarios/settings.ts";

/** How many blocks a path has on average. */
export function expectedBlocks(source: Pick<Scenario, "from" | "to">, { mempool, process, run }: Settings): number {
  return Math.min(run.blocks, (endOf(source, process) - source.from) / mempool.blockSeconds);
}

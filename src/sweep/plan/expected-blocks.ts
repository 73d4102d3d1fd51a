import { sessionTimes } from "../../market/session-times.ts";
import { endOf } from "../../scenarios/path-drawer.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import type { Settings } from "../../scenarios/settings.ts";

/** How many blocks a path has on average. */
export function expectedBlocks(source: Pick<Scenario, "from" | "to" | "market">, { mempool, process, run }: Settings): number {
  const { blockProcess, blockSeconds } = mempool;
  const blocks =
    blockProcess === "sessions" && source.market.kind === "sessions"
      ? sessionTimes(source.market.sessions, blockSeconds).length - 1
      : (endOf(source, process) - source.from) / blockSeconds;
  return Math.min(run.blocks, blocks);
}

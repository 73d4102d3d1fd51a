import type { Built } from "../mempool/build-block.ts";
import type { Simulation } from "./simulation.ts";

/** What came to the builder in a bundle counts as submitted once it is in a block; before, it has cost nobody anything. */
export function countBundled(sim: Simulation, { included }: Pick<Built, "included">): void {
  const isPending = new Set(sim.mempool.pending.map(({ id }) => id));
  for (const { txs } of included) for (const { id, sender } of txs) if (!isPending.has(id)) sim.counts.note(sender, "submitted");
}

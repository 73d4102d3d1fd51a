import type { PoolState } from "../core/words.ts";
import type { Simulation } from "./simulation.ts";

/** What a swap costs now in a pool whose fee moves, as the venue has it; a fee that does not move stays what it is. */
export function refreshFee(sim: Simulation, { fee }: PoolState): void {
  if (fee === undefined || fee === sim.pool.fee) return;
  sim.pool = { ...sim.pool, fee };
  const [latest, ...before] = sim.poolsBefore;
  if (latest !== undefined) sim.poolsBefore = [{ ...latest, main: sim.pool }, ...before];
}

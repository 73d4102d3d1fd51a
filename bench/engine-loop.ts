import type { NetworkManager } from "hardhat/types/network";
import type { Venue } from "../src/core/words.ts";
import { runCrash } from "../src/engine/run-crash.ts";
import { mainJob } from "./main-job.ts";
import type { Measurement } from "./measurement.ts";
import { type Memory, memoryNow } from "./memory.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Runs the engine's loop; its chain time is what passes inside the venue from the first block to the last. */
export async function timeEngine(network: NetworkManager, blocks: number | null): Promise<Measurement> {
  const inVenue = new Stopwatch();
  const loop = new Stopwatch();
  const opened = (venue: Venue): Venue => {
    loop.start();
    return {
      name: venue.name,
      async state() {
        inVenue.start();
        const state = await venue.state();
        inVenue.stop();
        return state;
      },
      trial: (env) => venue.trial(env),
      async execute(env, ordered) {
        inVenue.start();
        const outcomes = await venue.execute(env, ordered);
        inVenue.stop();
        return outcomes;
      },
      facts: () => venue.facts(),
      close() {
        loop.stop();
        return venue.close();
      },
    };
  };
  await runCrash(mainJob(network, blocks, opened));
  return { chain: inVenue.spent, parts: { loop: loop.spent } };
}

/** Runs the engine's loop for its memory: the garbage is collected after genesis and at the end, while the run still holds its columns. */
export async function weighEngine(network: NetworkManager, blocks: number | null): Promise<readonly [Memory, Memory]> {
  const samples: Memory[] = [];
  const opened = (venue: Venue): Venue => ({
    name: venue.name,
    state: () => venue.state(),
    trial: (env) => venue.trial(env),
    async execute(env, ordered) {
      if (env.number === 1) samples.push(await memoryNow());
      return venue.execute(env, ordered);
    },
    facts: () => venue.facts(),
    async close() {
      samples.push(await memoryNow());
      await venue.close();
    },
  });
  await runCrash(mainJob(network, blocks, opened));
  return samples as unknown as readonly [Memory, Memory];
}

import type { ChunkPool } from "../../src/sweep/chunks/chunk-pool.ts";
import type { ThreadJob } from "../../src/sweep/chunks/thread-job.ts";
import { kernelWalker } from "../../src/sweep/chunks/kernel-walker.ts";
import { chunkWalker } from "../../src/sweep/chunks/walk-chunk.ts";
import { chunkAt } from "../../src/sweep/plan/plan.ts";
import { encodePart } from "../../src/sweep/store/encode-part.ts";

/** A pool without threads, and with a hand in what happens before each chunk. */
export function walkedHere({ plan, digest }: ThreadJob, width = 1, before: (chunk: number) => void = () => undefined): ChunkPool {
  const walk = chunkWalker(plan, kernelWalker);
  return {
    width,
    walk: async (index) => {
      before(index);
      const chunk = chunkAt(plan, index);
      return encodePart(plan, digest, chunk, await walk(chunk));
    },
    close: () => Promise.resolve(),
  };
}

import { Piscina } from "piscina";
import { type ChunkPool, WorkerDied } from "./chunk-pool.ts";
import type { ThreadJob } from "./thread-job.ts";
import { threadLimits } from "./thread-limits.ts";

/**
 * Threads of this process, each with the plan. One that dies is replaced.
 *
 * @param count of threads, at least 1
 * @param worker the file that a thread runs, with an export `walkChunk`
 */
export function openThreads(job: ThreadJob, count: number, worker: URL): ChunkPool {
  const pool = new Piscina<number, Uint8Array>({
    filename: worker.href,
    name: "walkChunk",
    workerData: job,
    minThreads: count,
    maxThreads: count,
    recordTiming: false,
    resourceLimits: threadLimits(job.plan),
  });
  // The reason of a death reaches whoever waits for the chunk; one that nobody waits for has no chunk to lose.
  pool.on("error", () => undefined);
  return {
    width: count,
    walk: async (chunk) => {
      try {
        return await pool.run(chunk);
      } catch (error) {
        const reason = deathOf(error);
        if (reason === null) throw error;
        throw new WorkerDied(reason, { cause: error });
      }
    },
    close: () => pool.destroy(),
  };
}

/** Why a thread ended, or null where it lives and the walk itself failed. */
function deathOf(error: unknown): string | null {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return "it ran out of memory";
  return /worker.*(exit|terminat)/i.test(message) ? message : null;
}

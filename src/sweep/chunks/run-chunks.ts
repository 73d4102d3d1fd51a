import { CrashError } from "../../core/errors.ts";
import { type ChunkPool, WorkerDied } from "./chunk-pool.ts";

/** How often a chunk is done again after its worker died. */
const AGAIN = 3;

export interface ChunkRun {
  readonly pool: ChunkPool;
  /** Which are to be walked, in the order in which they are handed out. */
  readonly chunks: Iterable<number>;
  /** Keeps a part; a chunk is done when it has returned. */
  readonly keep: (chunk: number, part: Uint8Array) => Promise<void>;
  /** Called when a chunk is handed out again. */
  readonly onDeath: (chunk: number, attempt: number, reason: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Has every chunk walked and kept, as many at once as the pool is wide.
 *
 * @throws CrashError `SWEEP_WORKER_DIED` for a chunk whose worker died four times; the signal's reason; what `keep` throws. The first error ends the run.
 */
export async function runChunks({ pool, chunks, keep, onDeath, signal }: ChunkRun): Promise<void> {
  const waiting = chunks[Symbol.iterator]();
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);

  async function lane(): Promise<void> {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      if (ended.aborted) return;
      const part = await walk(next.value);
      if (ended.aborted) return;
      await keep(next.value, part);
    }
  }

  async function walk(chunk: number): Promise<Uint8Array> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await pool.walk(chunk);
      } catch (error) {
        if (!(error instanceof WorkerDied) || ended.aborted) throw error;
        if (attempt === AGAIN)
          throw new CrashError(
            "SWEEP_WORKER_DIED",
            `the worker died ${AGAIN + 1} times on chunk ${chunk}, the last time because ${error.message}`,
            { cause: error },
          );
        onDeath(chunk, attempt + 1, error.message);
      }
    }
  }

  const onAbort = (): void => void pool.close();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    const lanes = Array.from({ length: pool.width }, () =>
      lane().catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    );
    const outcomes = await Promise.allSettled(lanes);
    signal.throwIfAborted();
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

import { CrashError, InputError } from "../core/errors.ts";
import type { SweepSummary } from "../core/sweep-summary.ts";
import type { ChunkPool } from "./chunks/chunk-pool.ts";
import { runChunks } from "./chunks/run-chunks.ts";
import type { ThreadJob } from "./chunks/thread-job.ts";
import { chunkAt, chunkCount, type SweepPlan } from "./plan/plan.ts";
import { freeBytes } from "./store/free-bytes.ts";
import { SweepStore, type WriteFile } from "./store/sweep-store.ts";
import { summarise } from "./summary/summarise.ts";

/** How a sweep is run; none of it changes a byte of what it leaves. */
export interface SweepRun {
  /** The folder of the results, as the user named it. */
  readonly out: string;
  /** `resume` goes on with an unfinished sweep of the same settings, or begins where there is none. */
  readonly mode: "new" | "resume";
  readonly openPool: (job: ThreadJob) => ChunkPool;
  /** Files to read, beside the parts; index.html and summary.json. */
  readonly render: (summary: SweepSummary) => ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  /** Called as paths are finished, those found finished among them; of all cells together. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called for what the user should know and need not act on, in a sentence. */
  readonly onNotice: (sentence: string) => void;
  /** Writes one file whole; a test's own when it wants a full disk. */
  readonly writeFile?: WriteFile;
}

/**
 * Walks every path of a plan through its cells, and leaves a part for each chunk, the summary, and the files to read. Whatever ends it early leaves finished parts, from which it goes on.
 *
 * @returns what it says; of a sweep that stood finished in its place already when it was to be resumed, what that says
 * @throws InputError for a place that is not ours, an unfinished sweep in the way or of other settings, and a disk that takes no more; CrashError
 *   for a chunk whose worker keeps dying; the signal's reason
 */
export async function runSweep(plan: SweepPlan, run: SweepRun): Promise<SweepSummary> {
  const store = await SweepStore.at(plan, run.out, run.writeFile);
  if ((await store.isFinished()) && run.mode === "resume") {
    run.onNotice("The sweep is finished; there is nothing to go on with.");
    return JSON.parse(await store.readSummary()) as SweepSummary;
  }
  const finished = new Set(
    await store.open(run.mode, (part, fault) => run.onNotice(`${store.partial}/parts/${part} ${fault}; its chunk is done again.`)),
  );
  try {
    await walkMissing(plan, store, finished, run);
    run.signal.throwIfAborted();
    const summary = await summarise(plan, () => store.parts());
    run.signal.throwIfAborted();
    await store.finish(run.render(summary));
    return summary;
  } catch (error) {
    if (run.signal.aborted || error instanceof CrashError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError("SWEEP_WRITE", `cannot go on: ${message}; ${finished.size} of ${chunkCount(plan)} chunks are finished and kept`, {
      file: store.partial,
      allowed: "--resume with the same settings, once the disk takes more",
    });
  }
}

async function walkMissing(plan: SweepPlan, store: SweepStore, finished: Set<number>, run: SweepRun): Promise<void> {
  const rowsOf = (index: number): number => {
    const { from, to } = chunkAt(plan, index);
    return (to - from) * plan.cells.length;
  };
  const total = plan.paths * plan.cells.length;
  let done = [...finished].reduce((sum, index) => sum + rowsOf(index), 0);
  run.onProgress(done, total);
  if (finished.size === chunkCount(plan)) return;
  const pool = run.openPool({ plan, digest: store.digest });
  try {
    await runChunks({
      pool,
      chunks: missing(chunkCount(plan), finished),
      keep: async (chunk, part) => {
        await store.keep(chunk, part);
        freeBytes(part);
        finished.add(chunk);
        done += rowsOf(chunk);
        run.onProgress(done, total);
      },
      onDeath: (chunk, attempt, reason) =>
        run.onNotice(`A worker died on chunk ${chunk} (${reason}); done again, attempt ${attempt} of 3.`),
      signal: run.signal,
    });
  } finally {
    await pool.close();
  }
}

/** Numbers below `count` that are not among the finished at the time when each is asked for. */
function* missing(count: number, finished: ReadonlySet<number>): Generator<number> {
  for (let index = 0; index < count; index += 1) if (!finished.has(index)) yield index;
}

import { appendFileSync, readFileSync } from "node:fs";
import { isMainThread, workerData } from "node:worker_threads";
import type { ThreadJob } from "../../../src/sweep/chunks/thread-job.ts";

/** Whose thread dies, how often, and the file that counts the deaths: carried in the title of the plan's scenario. */
interface Deaths {
  readonly file: string;
  readonly chunk: number;
  readonly deaths: number;
}

// The runner of tests loads this file too, in no thread.
const worker = isMainThread ? null : await import("../../../src/sweep-worker.ts");

/** The worker, with deaths. */
export async function walkChunk(index: number): Promise<Uint8Array> {
  const { file, chunk, deaths } = JSON.parse((workerData as ThreadJob).plan.scenario.title) as Deaths;
  if (index === chunk && readFileSync(file, "utf8").length < deaths) {
    appendFileSync(file, "x");
    process.exit(3);
  }
  if (worker === null) throw new Error("this is no thread");
  return worker.walkChunk(index);
}

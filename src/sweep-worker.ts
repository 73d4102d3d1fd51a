import { workerData } from "node:worker_threads";
import { move } from "piscina";
import { kernelWalker } from "./sweep/chunks/kernel-walker.ts";
import type { OpenWalker } from "./sweep/chunks/path-walker.ts";
import type { ThreadJob } from "./sweep/chunks/thread-job.ts";
import { chunkWalker } from "./sweep/chunks/walk-chunk.ts";
import { chunkAt, type SweepEngine } from "./sweep/plan/plan.ts";
import { encodePart } from "./sweep/store/encode-part.ts";

const { plan, digest } = workerData as ThreadJob;
const walk = chunkWalker(plan, await openerOf(plan.engine));

/** What a thread of a sweep does with a chunk's number: walks it and encodes its part, whose bytes are handed over without a copy. */
export async function walkChunk(index: number): Promise<Uint8Array> {
  const chunk = chunkAt(plan, index);
  return move(await encodePart(plan, digest, chunk, await walk(chunk))) as Uint8Array;
}

/** The engine loads only where it is asked for. */
async function openerOf(engine: SweepEngine): Promise<OpenWalker> {
  return engine === "kernel" ? kernelWalker : (await import("./twin-walker.ts")).twinWalker;
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeSummary } from "../../src/report/sweep/encode-summary.ts";
import type { SweepPlan } from "../../src/sweep/plan/plan.ts";
import { runSweep, type SweepRun } from "../../src/sweep/run-sweep.ts";
import { walkedHere } from "./walked-here.ts";

/** Runs a plan into a folder, without threads unless told otherwise. */
export async function runSmall(plan: SweepPlan, out: string, more: Partial<SweepRun> = {}) {
  return runSweep(plan, {
    out,
    mode: "new",
    openPool: (job) => walkedHere(job),
    render: (summary) => new Map([["summary.json", encodeSummary(summary)]]),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onNotice: () => undefined,
    ...more,
  });
}

/** Every file below a folder with its bytes, each byte a character: chai compares buffers byte by byte. */
export async function filesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, "latin1")] as const)),
  );
}

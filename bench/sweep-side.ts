import { argv } from "node:process";
import { runSweep } from "../src/sweep.ts";

/** What one sweep took. */
export interface SweepSide {
  /** Milliseconds on the clock while paths were walked, the start of the threads among them. */
  readonly walk: number;
  /** The whole sweep, its summary and page among them. */
  readonly whole: number;
  /** Most memory that the process held, in bytes. */
  readonly memory: number;
}

/*
 * `node bench/sweep-side.ts PATHS WORKERS`: one sweep of days of 288 steps, all books, and what it took as JSON.
 */
const [paths, workers] = argv.slice(2).map(Number);
const start = performance.now();
let [first, last] = [0, 0];
await runSweep({
  scenario: "gbm",
  paths: paths ?? 0,
  workers: workers ?? 1,
  set: { "mempool.blockProcess": "fixed", "mempool.blockSeconds": 300 },
  onProgress: (done) => {
    if (done === 0) first = performance.now();
    last = performance.now();
  },
});
const side: SweepSide = { walk: last - first, whole: performance.now() - start, memory: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(side));

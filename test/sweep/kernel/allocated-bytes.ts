import { PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { pathStream } from "../../../src/core/path-stream.ts";
import { hedgerSettings } from "../../../src/hedger/settings.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { readProcess } from "../../../src/market/processes/read-process.ts";
import { KERNEL_BOOKS, KERNEL_COLUMNS, kernelColumn, SWAPS_COLUMN } from "../../../src/sweep/kernel/kernel-columns.ts";
import { kernel, type KernelBooks } from "../../../src/sweep/kernel/kernel.ts";
import type { KernelSettings } from "../../../src/sweep/kernel/kernel-settings.ts";

const STEPS = 10_000;
const PATHS = 20;
const WINDOWS = 12;
const BLOCK_SECONDS = 12;

/** What drawing paths and walking them adds to the heap. */
export interface Allocated {
  /** Bytes a step, the least of several windows: what is allocated in every step is in all of them, and what compiles a function in one. */
  readonly bytesPerStep: number;
  /** Garbage collections in all windows together; with one, the bytes are not all that was allocated. */
  readonly collections: number;
  /** Trades of all hedges a step. */
  readonly tradesPerStep: number;
  /** Arbitrages a step. */
  readonly swapsPerStep: number;
}

/**
 * Draws and walks paths, each over the options' expiry, in a process that does nothing else and whose young generation is never full: the heap then grows by
 * all that is allocated.
 */
async function allocatedBytes(books: KernelBooks, policy: KernelSettings["hedger"]["policy"]): Promise<Allocated> {
  const settings: KernelSettings = {
    pool: { value: 6_400_000, lpShare: 0.1, fee: 0.003 },
    market: { cost: 0.001 },
    agents: { minimumProfit: 1 },
    mempool: { blockSeconds: 13.2 },
    hedger: hedgerSettings.parse({
      policy,
      interval: 25,
      band: 0.02,
      impliedVolatility: 0.9,
      expiryDays: 1,
      marginRate: 0.1,
      riskAversion: 1e-4,
    }),
  };
  const times = Float64Array.from({ length: STEPS + 1 }, (_, i) => BLOCK_SECONDS * i);
  const prices = new Float64Array(STEPS + 1);
  const out = new Float64Array(KERNEL_COLUMNS.length);
  const law = readProcess({ kind: "gbm", volatilityPerDay: 0.05 });
  const walk = kernel(settings, books);
  let collections = 0;
  new PerformanceObserver((list) => (collections += list.getEntries().length)).observe({ entryTypes: ["gc"] });
  let bytes = Infinity;
  let trades = 0;
  let swaps = 0;
  for (let window = 0; window < WINDOWS; window += 1) {
    trades = 0;
    swaps = 0;
    const before = getHeapStatistics().used_heap_size;
    for (let path = 0; path < PATHS; path += 1) {
      fillPrices(prices, law, 200, times, pathStream(1, path));
      walk(times, prices, out);
      for (const book of KERNEL_BOOKS) trades += out[kernelColumn(book, "trades")]!;
      swaps += out[SWAPS_COLUMN]!;
    }
    bytes = Math.min(bytes, getHeapStatistics().used_heap_size - before);
    await setImmediate();
  }
  const steps = PATHS * STEPS;
  return { bytesPerStep: bytes / steps, collections, tradesPerStep: trades / steps, swapsPerStep: swaps / steps };
}

const [, script, books, policy] = process.argv;
// Mocha reads this file too.
if (script === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await allocatedBytes(books as KernelBooks, policy as KernelSettings["hedger"]["policy"])));
}

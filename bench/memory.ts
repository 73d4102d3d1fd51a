import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes that a process holds after garbage collection. */
export interface Memory {
  /** JavaScript objects. */
  readonly heap: number;
  /** What is resident beside the pages of the JavaScript heap: the chain, and buffers. */
  readonly native: number;
}

/** Collects garbage, twice so that finalisers have run in between, and says what is left. */
export async function memoryNow(): Promise<Memory> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  collect();
  const heap = getHeapStatistics();
  return { heap: heap.used_heap_size, native: process.memoryUsage.rss() - heap.total_physical_size };
}

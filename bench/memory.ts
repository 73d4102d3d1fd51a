import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes that a process holds after garbage collection. */
export interface Memory {
  /** JavaScript objects, and the buffers that they own. */
  readonly heap: number;
  /** Everything, the chain's native memory included. */
  readonly resident: number;
}

/** Collects garbage, twice so that finalisers have run in between, and says what is left. */
export async function memoryNow(): Promise<Memory> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  await new Promise((resolve) => setTimeout(resolve, 50));
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

import type { Series } from "../../../core/result.ts";

/** Depth within 2 % over that at the start, after each block from block 0, on the side where less is left. */
export function depthLeft({ depthDown2, depthUp2 }: Pick<Series, "depthDown2" | "depthUp2">): readonly number[] {
  return depthDown2.map((down, i) => Math.min(down / (depthDown2[0] ?? NaN), (depthUp2[i] ?? NaN) / (depthUp2[0] ?? NaN)));
}

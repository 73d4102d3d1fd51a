import type { SweepSummary } from "../../core/sweep-summary.ts";
import { decimal } from "../number-format.ts";

/** How large a sweep is, in one line. */
export function sweepSize({ paths, cells, axes, seed }: Pick<SweepSummary, "paths" | "cells" | "axes" | "seed">): string {
  const walks = `${decimal(paths)} ${paths === 1 ? "path" : "paths"}`;
  const grid = `${decimal(cells.length)} ${cells.length === 1 ? "cell" : "cells"}`;
  const over = axes.length === 0 ? "" : ` over ${axes.length} ${axes.length === 1 ? "setting" : "settings"}`;
  return `${walks} × ${grid}${over}, seed ${seed}`;
}

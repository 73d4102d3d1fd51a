import type { BookName } from "../../core/result.ts";
import type { SettingValue } from "../../core/sweep-summary.ts";
import type { PathSource } from "../../scenarios/path-drawer.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import type { Settings } from "../../scenarios/settings.ts";

/** A setting and the values that it takes. */
export interface SweepAxis {
  readonly key: string;
  readonly values: readonly SettingValue[];
}

/** One value of each axis, and the settings that come of it. */
export interface PlanCell {
  readonly at: readonly SettingValue[];
  readonly settings: Settings;
}

/** How paths are walked: in doubles by the kernel, or by the whole engine over the twin, which is some 300 times as slow and knows every setting. */
export type SweepEngine = "kernel" | "twin";

/** All that a sweep's paths depend on, as plain data that can be handed to another thread. */
export interface SweepPlan {
  readonly scenario: Pick<Scenario, "name" | "title" | "what" | "source" | "thoughtExperiment">;
  readonly source: PathSource & Pick<Scenario, "halts" | "volatility">;
  /** Whether the scenario is a user's own, which cannot be found by its name. */
  readonly ownScenario: boolean;
  readonly engine: SweepEngine;
  readonly seed: number;
  /** Of each cell. */
  readonly paths: number;
  readonly axes: readonly SweepAxis[];
  /** The last axis runs fastest; one cell where there is no axis. */
  readonly cells: readonly PlanCell[];
  /** Those that any cell has, in the order in which they are read. */
  readonly books: readonly BookName[];
  /** Settings that are no axes and have a part in the sweep. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** All chunks but the last have so many. */
  readonly pathsPerChunk: number;
}

/** Paths that are walked and stored together, in all cells. */
export interface Chunk {
  readonly index: number;
  /** First path, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** How many chunks a plan has. */
export function chunkCount({ paths, pathsPerChunk }: Pick<SweepPlan, "paths" | "pathsPerChunk">): number {
  return Math.ceil(paths / pathsPerChunk);
}

/** @param index from 0 to below `chunkCount` */
export function chunkAt({ paths, pathsPerChunk }: Pick<SweepPlan, "paths" | "pathsPerChunk">, index: number): Chunk {
  return { index, from: index * pathsPerChunk, to: Math.min(paths, (index + 1) * pathsPerChunk) };
}

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SettingValue } from "../../core/sweep-summary.ts";
import { measuredColumns } from "../chunks/part-columns.ts";
import type { SweepPlan } from "../plan/plan.ts";

/** The content of sweep.json: all that the numbers of a sweep depend on. Two sweeps with the same manifest have the same parts. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly program: string;
  readonly scenario: string;
  readonly engine: string;
  /** SHA-256 of where prices come from: bars, points or law. */
  readonly prices: string;
  readonly seed: number;
  readonly paths: number;
  readonly pathsPerChunk: number;
  readonly axes: Readonly<Record<string, readonly SettingValue[]>>;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly columns: readonly string[];
}

export function manifestOf(plan: SweepPlan): Manifest {
  const { scenario, source, engine, seed, paths, pathsPerChunk, axes, settings, books } = plan;
  return {
    schemaVersion: 1,
    program: program(),
    scenario: scenario.name,
    engine,
    prices: sha256(JSON.stringify(source)),
    seed,
    paths,
    pathsPerChunk,
    axes: Object.fromEntries(axes.map(({ key, values }) => [key, values])),
    settings,
    columns: measuredColumns(books),
  };
}

/** The text of sweep.json. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** By which a part says which sweep it belongs to. */
export function digestOf(manifest: Manifest): string {
  return sha256(manifestText(manifest));
}

/** Name and version: another version may walk another way. */
function program(): string {
  // From src/sweep/store, and from dist/src/sweep/store once compiled.
  for (const place of ["../../../package.json", "../../../../package.json"]) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), "utf8")) as { name: string; version: string };
      return `${name} ${version}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new Error("the package lacks its package.json");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

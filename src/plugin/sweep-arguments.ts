import { availableParallelism } from "node:os";
import { InputError } from "../core/errors.ts";
import type { SweepEngine } from "../sweep/plan/plan.ts";
import { DEFAULTS } from "./arguments.ts";

/** What the task `crash sweep` gets from Hardhat. */
export interface SweepArguments {
  readonly what: readonly string[];
  readonly engine: string;
  readonly paths: string;
  readonly seed: string;
  readonly set: string;
  readonly path: string;
  readonly out: string;
  readonly workers: string;
  readonly resume: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What the options are when nobody says anything. */
export const SWEEP_DEFAULTS = {
  scenario: DEFAULTS.scenario,
  engine: "kernel",
  paths: "1000",
  seed: DEFAULTS.seed,
  set: DEFAULTS.set,
  path: DEFAULTS.path,
  out: "results/sweep-SCENARIO-SEED",
  workers: "one a core",
} as const;

/**
 * The scenario that comes first, and the axes behind it; an axis has an equals sign.
 *
 * @throws InputError `SCENARIO_REPEATED` for a second name
 */
export function parseWhat(what: readonly string[]): { readonly scenario: string; readonly axes: readonly string[] } {
  const names = what.filter((each) => !each.includes("="));
  if (names.length > 1)
    throw new InputError("SCENARIO_REPEATED", "a sweep is of one scenario", {
      value: names.join(" "),
      allowed: "one name, and axes as key=value,value…",
    });
  return { scenario: names[0] ?? SWEEP_DEFAULTS.scenario, axes: what.filter((each) => each.includes("=")) };
}

/** @throws InputError `ENGINE_UNKNOWN` for anything but the engines that sweep */
export function parseSweepEngine(engine: string): SweepEngine {
  if (engine === "kernel" || engine === "twin") return engine;
  throw new InputError("ENGINE_UNKNOWN", `there is no engine ${engine} for a sweep`, { value: engine, allowed: "kernel or twin" });
}

/** @throws InputError `PATHS_INVALID` for anything but a whole number, which may be written as 1e6 */
export function parsePaths(text: string): number {
  if (/^\d+(e\d{1,2})?$/.test(text)) return Number(text);
  throw new InputError("PATHS_INVALID", "the number of paths is no whole number", { value: text, allowed: "1 to 1000000000" });
}

/** @throws InputError `WORKERS_INVALID` for anything but a whole number */
export function parseWorkers(text: string): number {
  if (text === SWEEP_DEFAULTS.workers) return availableParallelism();
  if (/^\d+$/.test(text)) return Number(text);
  throw new InputError("WORKERS_INVALID", "the number of workers is no whole number", { value: text, allowed: "1 to 1024" });
}

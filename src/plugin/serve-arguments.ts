import { InputError } from "../core/errors.ts";
import type { Pace } from "../visitors/pace.ts";
import { type CrashArguments, DEFAULTS } from "./arguments.ts";

/** What the task `crash serve` gets from Hardhat. */
export interface ServeArguments extends Omit<CrashArguments, "engine" | "path" | "pool"> {
  readonly port: string;
  readonly pace: string;
}

/** What the options are when nobody says anything; 8545 is where Ethereum's nodes usually listen. */
export const SERVE_DEFAULTS = {
  scenario: DEFAULTS.scenario,
  seed: DEFAULTS.seed,
  port: "8545",
  pace: "12",
  set: DEFAULTS.set,
  out: "results/serve-SCENARIO-SEED",
} as const;

const SLOWEST = 0.01;
const FASTEST = 10_000;

/** @throws InputError `PORT_INVALID` for anything but a port's number or 0 */
export function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InputError("PORT_INVALID", "this is no port", {
    value: text,
    allowed: "a whole number from 1 to 65535, or 0 for any that is free",
  });
}

/** @throws InputError `PACE_INVALID` for anything but `real`, `step` or a factor */
export function parsePace(text: string): Pace {
  if (text === "step") return { kind: "step" };
  const factor = text === "real" ? 1 : /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (factor >= SLOWEST && factor <= FASTEST) return { kind: "timed", factor };
  throw new InputError("PACE_INVALID", "there is no such pace", {
    value: text,
    allowed: `real, step, or how many times as fast as real, from ${SLOWEST} to ${FASTEST}`,
  });
}

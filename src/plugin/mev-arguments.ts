import { InputError } from "../core/errors.ts";
import { type CrashArguments, DEFAULTS } from "./arguments.ts";

/** What the task `crash mev` gets from Hardhat. */
export interface MevArguments extends Omit<CrashArguments, "pool"> {
  readonly without: string;
  readonly protect: string;
  readonly seeds: string;
}

/** What the options are when nobody says anything. */
export const MEV_DEFAULTS = { ...DEFAULTS, out: "results/mev-SCENARIO-SEED", without: "nothing", protect: "nothing", seeds: "5" } as const;

/** @throws InputError `SEEDS_INVALID` for anything but a whole number */
export function parseSeeds(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError("SEEDS_INVALID", "the number of seeds is no whole number", { value: text, allowed: "1 to 1000" });
}

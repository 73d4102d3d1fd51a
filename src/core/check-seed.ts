import { InputError } from "./errors.ts";

/**
 * The seed, if it is one.
 *
 * @param written as the user wrote it, for the message
 * @throws InputError `SEED_INVALID` for anything but a whole number from 0 to 2^53 − 1
 */
export function checkSeed(seed: number, written: string = String(seed)): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new InputError("SEED_INVALID", "the seed is no whole number", { value: written, allowed: "0 to 9007199254740991" });
}

import { IdentityError } from "../../core/errors.ts";
import type { CrashOptions } from "../../crash.ts";
import { flatOverrides } from "../../scenarios/flat-overrides.ts";
import type { MatchedRun } from "./claim.ts";

/** What of the options is set otherwise. */
export interface Instead {
  readonly seed?: number;
  /** The run stops after so many blocks. */
  readonly blocks?: number;
}

/**
 * Makes a run; the program itself loads when it is called.
 *
 * @param needsExtraction whether with searchers at work, as `runMev` does
 * @returns the run, or the identity of the ledger that broke in it
 * @throws what `runCrash` throws beside it
 */
export async function runOutcome(
  options: CrashOptions,
  needsExtraction: boolean,
  instead: Instead = {},
): Promise<MatchedRun | IdentityError> {
  const { seed, blocks } = instead;
  const set = blocks === undefined ? {} : { set: { ...Object.fromEntries(flatOverrides(options.set ?? {})), "run.blocks": blocks } };
  const all = { ...options, ...(seed === undefined ? {} : { seed }), ...set };
  try {
    if (needsExtraction) return await (await import("../../mev.ts")).runMev(all);
    return { crash: await (await import("../../crash.ts")).runCrash(all), mev: null };
  } catch (error) {
    if (error instanceof IdentityError) return error;
    throw error;
  }
}

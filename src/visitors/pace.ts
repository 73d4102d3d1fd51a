import { setTimeout } from "node:timers/promises";

/** How long the time between two blocks is for a visitor: so many times shorter than in the run, or until somebody calls `crash_step`. */
export type Pace = { readonly kind: "timed"; readonly factor: number } | { readonly kind: "step" };

/**
 * Waits for as long as seconds of the run last.
 *
 * @param factor seconds of the run in a second
 * @throws the signal's reason
 */
export async function waitFor(seconds: number, factor: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout((seconds * 1_000) / factor, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

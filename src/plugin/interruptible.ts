import type { Result } from "hardhat/types/utils";
import { successfulResult } from "hardhat/utils/result";
import { fail } from "./fail.ts";
import { listenForInterrupt } from "./interrupt.ts";

/**
 * Does a task's work so that Ctrl-C ends it, and turns what goes wrong into one message.
 *
 * @param work is given the signal that ends it
 * @param left what an interrupted run has left, in a few words, asked for when it is over
 */
export async function interruptible(
  work: (signal: AbortSignal) => Promise<void>,
  left?: () => string,
): Promise<Result<undefined, undefined>> {
  const interrupt = listenForInterrupt();
  try {
    await work(interrupt.signal);
    return successfulResult();
  } catch (error) {
    return fail(interrupt.signal.aborted ? interrupt.signal.reason : error, left?.());
  } finally {
    interrupt.stop();
  }
}

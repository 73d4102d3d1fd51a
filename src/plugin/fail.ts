import { errorResult } from "hardhat/utils/result";
import type { Result } from "hardhat/types/utils";
import { CrashError, IdentityError } from "../core/errors.ts";
import { Interrupted, INTERRUPTED } from "./interrupt.ts";

/**
 * What a failed run says: one message on standard error, and the exit code. A user's mistake gets its message alone; a defect of ours the words to
 * report it with. Anything else is thrown on, for Hardhat to show.
 *
 * @param left what an interrupted run has left, in a few words
 */
export function fail(error: unknown, left = "nothing was written"): Result<undefined, undefined> {
  if (error instanceof Interrupted) {
    process.stderr.write(`Interrupted; ${oneLine(left)}.\n`);
    // Hardhat makes every failed task a 1 afterwards; this is later.
    process.once("exit", () => {
      process.exitCode = INTERRUPTED;
    });
  } else if (error instanceof CrashError) {
    const defect = error instanceof IdentityError ? "This is a defect of hardhat-crash. Nothing was written.\n" : "";
    process.stderr.write(`Error ${error.code}: ${oneLine(error.message)}\n${defect}`);
  } else {
    throw error;
  }
  return errorResult<undefined>();
}

/** What a user's names and files bring along cannot break the line or command the terminal. */
function oneLine(message: string): string {
  return message.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

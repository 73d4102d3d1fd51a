import { errorResult } from "hardhat/utils/result";
import type { Result } from "hardhat/types/utils";
import { CrashError, IdentityError, InputError } from "../core/errors.ts";
import { Interrupted, INTERRUPTED } from "./interrupt.ts";

/**
 * What a failed run says: one message on standard error, and the exit code. A user's mistake gets its message alone; a defect of ours the words to
 * report it with. Anything else is thrown on, for Hardhat to show.
 */
export function fail(error: unknown): Result<undefined, undefined> {
  if (error instanceof Interrupted) {
    process.stderr.write("Interrupted; nothing was written.\n");
    process.exitCode = INTERRUPTED;
  } else if (error instanceof InputError) {
    process.stderr.write(`Error ${error.code}: ${error.message}\n`);
  } else if (error instanceof IdentityError) {
    process.stderr.write(`Error ${error.code}: ${error.message}\nThis is a defect of hardhat-crash. Nothing was written.\n`);
  } else if (error instanceof CrashError) {
    process.stderr.write(`Error ${error.code}: ${error.message}\n`);
  } else {
    throw error;
  }
  return errorResult<undefined>();
}

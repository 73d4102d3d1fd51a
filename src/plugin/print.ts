import { InputError } from "../core/errors.ts";

/**
 * Writes to standard output, waits until it is taken, and says nothing when the reader has gone, as `head` does.
 *
 * @throws InputError `PRINT` with the system's reason when it cannot be written for another reason, such as a full disk
 */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  const error = await new Promise<NodeJS.ErrnoException | null | undefined>((done) => {
    // The error is an event as well, which comes later and must not end the process.
    stdout.once("error", done);
    stdout.write(text, (reason) => {
      if (!reason) stdout.off("error", done);
      done(reason);
    });
  });
  if (error && error.code !== "EPIPE") throw new InputError("PRINT", `cannot write to standard output: ${error.message}`);
}

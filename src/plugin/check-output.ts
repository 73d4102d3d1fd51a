import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "../core/errors.ts";
import { inspectOutput } from "../report/inspect-output.ts";
import { diskIo } from "../report/output-io.ts";

/**
 * Says before a long run what the writing after it would say, as far as that can be known.
 *
 * @param folder as the user named it
 * @throws InputError for a folder that is not ours to replace, or that cannot be made where it is
 */
export async function checkOutput(folder: string): Promise<void> {
  try {
    const place = await diskIo.realPath(resolve(folder));
    await inspectOutput(place, folder, diskIo);
    await checkWritable(dirname(place));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("OUTPUT_WRITE", `cannot write the results: ${(error as Error).message}`, {
      file: folder,
      allowed: "a folder that can be made, or replaced",
    });
  }
}

/** The first folder upward that exists has to take new ones. */
async function checkWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === folder) throw error;
    await checkWritable(parent);
  }
}

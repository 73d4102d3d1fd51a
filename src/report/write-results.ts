import { basename, dirname, join, resolve } from "node:path";
import { CrashError, InputError } from "../core/errors.ts";
import { inspectOutput } from "./inspect-output.ts";
import { isOutputFile, outputFiles } from "./output-files.ts";
import { diskIo } from "./output-io.ts";
import type { OutputIo } from "./output-io.ts";

const NEXT = "next";
const OLD = "old";

export interface WriteOptions {
  /** Where to; the disk when absent. */
  readonly io?: OutputIo;
  /** Stops the writing, which then leaves nothing behind; throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a result whole or not at all: all files go into a temporary folder beside `outDir`, which then takes its place. An earlier result of
 * ours is replaced whole; until then it stays as it is. Folders above `outDir` are made where they are missing.
 *
 * @param outDir as the user named it, absolute or from the working folder
 * @param files text by name; the names are those of `outputFiles`
 * @throws InputError `OUTPUT_FOREIGN`, `OUTPUT_NOT_A_FOLDER`, `OUTPUT_WORKING_FOLDER` before anything is written; `OUTPUT_WRITE` with the
 *   system's reason when writing fails, after everything written was removed
 */
export async function writeResults(outDir: string, files: ReadonlyMap<string, string>, options: WriteOptions = {}): Promise<void> {
  const io = options.io ?? diskIo;
  const stranger = [...files.keys()].find((name) => !isOutputFile(name));
  if (stranger !== undefined) throw new CrashError("OUTPUT_UNKNOWN_FILE", `${stranger} is not among the files of a result`);
  options.signal?.throwIfAborted();
  try {
    const folder = await io.realPath(resolve(io.workingFolder(), outDir));
    const state = await inspectOutput(folder, outDir, io);
    await writeWhole(folder, outDir, state, files, io, options.signal);
  } catch (error) {
    if (error instanceof InputError || options.signal?.aborted === true) throw error;
    throw new InputError("OUTPUT_WRITE", `cannot write the results: ${reason(error)}`, { file: outDir });
  }
}

async function writeWhole(
  folder: string,
  shown: string,
  state: "new" | "replace",
  files: ReadonlyMap<string, string>,
  io: OutputIo,
  signal: AbortSignal | undefined,
): Promise<void> {
  const parent = dirname(folder);
  const made = await io.makeFolder(parent);
  let shelf: string | undefined;
  try {
    shelf = await io.makeTemporary(join(parent, `.${basename(folder)}-`));
    const next = join(shelf, NEXT);
    await io.makeFolder(next);
    for (const [name, text] of files) {
      signal?.throwIfAborted();
      await io.write(join(next, name), text, signal);
    }
    signal?.throwIfAborted();
    if (state === "replace") await exchange(folder, shown, shelf, io);
    else await io.rename(next, folder);
  } catch (error) {
    if (shelf !== undefined) await removeShelf(shelf, [NEXT], io);
    if (made !== undefined) await removeEmpty(parent, made, io);
    // An abort inside a write surfaces as an AbortError of its own.
    signal?.throwIfAborted();
    throw error;
  }
  await removeShelf(shelf, [OLD], io);
}

/** Takes the old result aside, looks at it for the last time where nobody else reaches it, and puts the next one in its place; or puts the old one back. */
async function exchange(folder: string, shown: string, shelf: string, io: OutputIo): Promise<void> {
  const old = join(shelf, OLD);
  await io.rename(folder, old);
  try {
    await inspectOutput(old, shown, io);
    await io.rename(join(shelf, NEXT), folder);
  } catch (error) {
    try {
      await io.rename(old, folder);
    } catch {
      throw new Error(`${reason(error)}; the earlier result is kept in ${old}`);
    }
    throw error;
  }
}

/** What is not named stays, and the shelf with it: an old result that could not be put back is not lost. */
async function removeShelf(shelf: string, names: readonly string[], io: OutputIo): Promise<void> {
  for (const name of names) await removeOurs(join(shelf, name), io);
  await quietly(() => io.removeFolder(shelf));
}

/** Removes a folder with our files in it; never a file of another name. */
async function removeOurs(folder: string, io: OutputIo): Promise<void> {
  for (const name of outputFiles) await quietly(() => io.removeFile(join(folder, name)));
  await quietly(() => io.removeFolder(folder));
}

/** Removes empty folders from `folder` up to `top`. */
async function removeEmpty(folder: string, top: string, io: OutputIo): Promise<void> {
  for (let each = folder; each.length >= top.length; each = dirname(each)) await quietly(() => io.removeFolder(each));
}

async function quietly(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch {
    // What cannot be removed is reported by the error that led here, or does no harm.
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { createHash } from "node:crypto";
import { mkdir, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** In the project, which is where the process works. */
const FOLDER = "crash-replays";

/** What of the file system it needs. */
export interface ReplayIo {
  readonly makeFolder: (folder: string) => Promise<unknown>;
  readonly write: (file: string, text: string) => Promise<unknown>;
  readonly rename: (from: string, to: string) => Promise<unknown>;
  readonly remove: (file: string) => Promise<unknown>;
}

const disk: ReplayIo = {
  makeFolder: (folder) => mkdir(folder, { recursive: true }),
  write: (file, text) => writeFile(file, text, { flag: "wx" }),
  rename,
  remove: unlink,
};

let written = 0;

/**
 * Writes a replay whole or not at all, named after what it is of and what is in it: the same failure has the same file, another has another.
 *
 * @param of names, joined by dashes; what a file's name cannot have becomes a dash
 *
 * @returns its path, with slashes, from where the process works
 * @throws what the file system says, after what was written is removed
 */
export async function writeReplayText(of: string, text: string, io: ReplayIo = disk): Promise<string> {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const name = `${of.replace(/[^\w-]+/g, "-").slice(0, 100)}-${hash}.json`;
  // Other processes may write the same file at the same time.
  const unfinished = join(FOLDER, `.${name}.${process.pid}-${(written += 1)}`);
  await io.makeFolder(FOLDER);
  try {
    await io.write(unfinished, text);
    await io.rename(unfinished, join(FOLDER, name));
  } catch (error) {
    await io.remove(unfinished).catch(() => undefined);
    throw error;
  }
  return `${FOLDER}/${name}`;
}

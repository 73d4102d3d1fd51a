import { open, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { unfinishedName } from "./inspect-sweep.ts";

/**
 * Writes a file whole or not at all: under another name first, which then takes its place once the bytes are on the disk.
 *
 * @throws what the file system says, after what was written is removed
 */
export async function writeFileWhole(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  const unfinished = join(folder, unfinishedName(name));
  try {
    const file = await open(unfinished, "w");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
}

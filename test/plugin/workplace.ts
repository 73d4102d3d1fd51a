import { mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder that a test works in. */
export interface Workplace {
  readonly root: string;
  /** Everything in it, with all files' contents, to compare before and after. */
  tree(): Promise<Readonly<Record<string, string>>>;
  remove(): Promise<void>;
}

export async function makeWorkplace(): Promise<Workplace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "crash-task-")));
  return {
    root,
    async tree() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const rows = entries.map(async (entry): Promise<[string, string]> => {
        const place = join(entry.parentPath, entry.name);
        return [place.slice(root.length + 1), entry.isFile() ? await readFile(place, "latin1") : "not a file"];
      });
      return Object.fromEntries((await Promise.all(rows)).sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

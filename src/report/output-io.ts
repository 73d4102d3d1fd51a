import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rmdir, unlink, writeFile } from "node:fs/promises";

/** What is at a path. */
type EntryKind = "nothing" | "file" | "folder" | "other";

/** What writing results needs of a file system; failures are thrown as Node's `fs` throws them. */
export interface OutputIo {
  /** Links are not followed. */
  readonly kind: (path: string) => Promise<EntryKind>;
  /** The path behind links. */
  readonly realPath: (path: string) => Promise<string>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (file: string) => Promise<string>;
  /** Makes a folder and those above it that are missing; the first that was made, if any. */
  readonly makeFolder: (folder: string) => Promise<string | undefined>;
  /** Makes a folder of a new name that begins like this. */
  readonly makeTemporary: (prefix: string) => Promise<string>;
  readonly write: (file: string, text: string, signal: AbortSignal | undefined) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly removeFile: (file: string) => Promise<void>;
  /** Fails when it is not empty. */
  readonly removeFolder: (folder: string) => Promise<void>;
  /** The folder that the process works in. */
  readonly workingFolder: () => string;
}

/** The real file system. */
export const diskIo: OutputIo = {
  kind: async (path) => {
    try {
      const entry = await lstat(path);
      return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
    } catch (error) {
      if (isMissing(error)) return "nothing";
      throw error;
    }
  },
  realPath: async (path) => {
    try {
      return await realpath(path);
    } catch (error) {
      if (isMissing(error)) return path;
      throw error;
    }
  },
  list: (folder) => readdir(folder),
  read: (file) => readFile(file, "utf8"),
  makeFolder: (folder) => mkdir(folder, { recursive: true }),
  makeTemporary: (prefix) => mkdtemp(prefix),
  write: (file, text, signal) => writeFile(file, text, signal === undefined ? { flag: "wx" } : { flag: "wx", signal }),
  rename,
  removeFile: unlink,
  removeFolder: rmdir,
  workingFolder: () => process.cwd(),
};

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

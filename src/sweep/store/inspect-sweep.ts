import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../core/errors.ts";
import { chunkOf, PARTS_FOLDER } from "./part-name.ts";

/** Files of a sweep beside its parts. */
const SWEEP_FILES = ["index.html", "summary.json", "sweep.json"] as const;

/** What is at a place: nothing (or an empty folder), or a sweep of ours with the content of its sweep.json, null where it has none yet. */
export type SweepAt = "nothing" | { readonly manifest: unknown };

/**
 * Looks whether a folder is a sweep of ours, finished or not, and holds nothing else.
 *
 * @param shown the folder as the user named it
 * @throws InputError `OUTPUT_NOT_A_FOLDER`; `OUTPUT_FOREIGN` with the first file that is not ours
 */
export async function inspectSweep(folder: string, shown: string): Promise<SweepAt> {
  const allowed = "a folder that does not exist, is empty, or holds an earlier sweep alone";
  const foreign = (name: string): InputError =>
    new InputError("OUTPUT_FOREIGN", "the folder holds a file that is not of a sweep", { file: shown, value: name, allowed });
  const names = await namesIn(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    if (error.code === "ENOTDIR") throw new InputError("OUTPUT_NOT_A_FOLDER", "the output is not a folder", { file: shown, allowed });
    throw error;
  });
  if (names === null || names.length === 0) return "nothing";
  for (const name of names) {
    const isFolder = (await stat(join(folder, name))).isDirectory();
    const isOurs = isFolder ? name === PARTS_FOLDER : isSweepFile(name);
    if (!isOurs) throw foreign(name);
  }
  if (names.includes(PARTS_FOLDER)) {
    const stranger = (await namesIn(join(folder, PARTS_FOLDER))).find((name) => chunkOf(finalName(name)) === null);
    if (stranger !== undefined) throw foreign(`${PARTS_FOLDER}/${stranger}`);
  }
  if (!names.includes("sweep.json")) return { manifest: null };
  const manifest = parsed(await readFile(join(folder, "sweep.json"), "utf8"));
  if (manifest === undefined) throw foreign("sweep.json");
  return { manifest };
}

/** Where a file is written before it takes its place. */
export function unfinishedName(name: string): string {
  return `${name}.unfinished`;
}

function finalName(name: string): string {
  return name.replace(/\.unfinished$/, "");
}

function isSweepFile(name: string): boolean {
  return (SWEEP_FILES as readonly string[]).includes(finalName(name));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).sort();
}

/** Undefined for what is no manifest of any version. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "schemaVersion" in value && "pathsPerChunk" in value ? value : undefined;
  } catch {
    return undefined;
  }
}

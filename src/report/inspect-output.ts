import { join } from "node:path";
import { InputError } from "../core/errors.ts";
import { isOutputFile, type OutputFile, outputFiles } from "./output-files.ts";
import type { OutputIo } from "./output-io.ts";

const allowed = "a folder that does not exist, is empty, or holds an earlier result alone";

/** What a folder of ours holds one of at least, by which it is known. */
const mainFiles: readonly OutputFile[] = ["result.json", "compare.json", "probe.json"];

/**
 * Whether results may be written to a folder: `new` where nothing is, `replace` where it is empty or holds only an earlier result of ours.
 *
 * @param shown the folder as the user named it
 * @throws InputError `OUTPUT_NOT_A_FOLDER` for anything else than a folder, `OUTPUT_FOREIGN` with the first file (in order of names) that is
 *   not ours, `OUTPUT_WORKING_FOLDER` for an existing folder that the process works in
 */
export async function inspectOutput(folder: string, shown: string, io: OutputIo): Promise<"new" | "replace"> {
  const kind = await io.kind(folder);
  if (kind === "nothing") return "new";
  if (kind !== "folder") throw new InputError("OUTPUT_NOT_A_FOLDER", "the output is not a folder", { file: shown, allowed });
  const names = [...(await io.list(folder))].sort();
  for (const name of names) {
    const ours = isOutputFile(name) && (await io.kind(join(folder, name))) === "file";
    if (!ours) throw foreign(shown, name);
  }
  const main = mainFiles.find((name) => names.includes(name));
  if (names.length > 0 && (main === undefined || !(await isResult(join(folder, main), io)))) {
    throw foreign(shown, main ?? names[0] ?? outputFiles[0]);
  }
  const inside = `${io.workingFolder()}/`.replaceAll("\\", "/").startsWith(`${folder.replaceAll("\\", "/")}/`);
  if (inside)
    throw new InputError("OUTPUT_WORKING_FOLDER", "the output folder is the working folder and cannot be replaced", {
      file: shown,
      allowed,
    });
  return "replace";
}

async function isResult(file: string, io: OutputIo): Promise<boolean> {
  return /^\s*\{\s*"schemaVersion":\s*1\s*,/.test(await io.read(file));
}

function foreign(shown: string, name: string): InputError {
  return new InputError("OUTPUT_FOREIGN", "the output folder holds a file that is not ours", { file: shown, value: name, allowed });
}

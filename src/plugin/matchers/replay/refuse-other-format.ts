import { InputError } from "../../../core/errors.ts";
import { packageVersion } from "./package-version.ts";

/**
 * @param written format of the file, and the version that it says has written it
 * @param format that this version reads
 * @throws InputError `REPLAY_VERSION` for the number of another format
 */
export function refuseOtherFormat(file: string, written: { readonly format: unknown; readonly version: unknown }, format: number): void {
  if (typeof written.format !== "number" || written.format === format) return;
  throw new InputError("REPLAY_VERSION", "this replay file has another format, so another version of hardhat-crash wrote it", {
    file,
    value: `format ${written.format} of version ${typeof written.version === "string" ? written.version : "unknown"}`,
    allowed: `format ${format}: run the test again with version ${packageVersion()}, or replay with the version that wrote the file`,
  });
}

import { InputError } from "../../../core/errors.ts";
import { replayInvalid } from "../../replay-invalid.ts";
import { type CrashReplay, CRASH_REPLAY, crashReplaySchema } from "./crash-replay.ts";
import { packageVersion } from "./package-version.ts";

/**
 * A replay from the content of its file.
 *
 * @param file its name, for the message
 * @throws InputError `REPLAY_VERSION` for another format, and `REPLAY_INVALID` for the first thing that no replay has
 */
export function parseCrashReplay(file: string, content: object): CrashReplay {
  const { crashReplay: format, version } = content as { readonly crashReplay: unknown; readonly version?: unknown };
  if (typeof format === "number" && format !== CRASH_REPLAY)
    throw new InputError("REPLAY_VERSION", "this replay file has another format, so another version of hardhat-crash wrote it", {
      file,
      value: `format ${format} of version ${typeof version === "string" ? version : "unknown"}`,
      allowed: `format ${CRASH_REPLAY}: run the test again with version ${packageVersion()}, or replay with the version that wrote the file`,
    });
  const found = crashReplaySchema.safeParse(content);
  if (found.success) return found.data;
  throw replayInvalid(file, content, found.error.issues[0]);
}

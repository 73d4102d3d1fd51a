import { replayInvalid } from "../../replay-invalid.ts";
import { type CrashReplay, CRASH_REPLAY, crashReplaySchema } from "./crash-replay.ts";
import { refuseOtherFormat } from "./refuse-other-format.ts";

/**
 * A replay from the content of its file.
 *
 * @param file its name, for the message
 * @throws InputError `REPLAY_VERSION` for another format, and `REPLAY_INVALID` for the first thing that no replay has
 */
export function parseCrashReplay(file: string, content: object): CrashReplay {
  const { crashReplay: format, version } = content as { readonly crashReplay: unknown; readonly version?: unknown };
  refuseOtherFormat(file, { format, version }, CRASH_REPLAY);
  const found = crashReplaySchema.safeParse(content);
  if (found.success) return found.data;
  throw replayInvalid(file, content, found.error.issues[0]);
}

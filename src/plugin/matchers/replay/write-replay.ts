import type { CrashReplay } from "./crash-replay.ts";
import { encodeCrashReplay } from "./encode-crash-replay.ts";
import { type ReplayIo, writeReplayText } from "./write-replay-text.ts";

/**
 * Writes a replay of a run whole or not at all, named after scenario, seed and matcher.
 *
 * @returns its path, with slashes, from where the process works
 * @throws what the file system says, after what was written is removed
 */
export async function writeReplay(replay: CrashReplay, io?: ReplayIo): Promise<string> {
  return writeReplayText(`${replay.scenario.name.slice(0, 60)}-${replay.seed}-${replay.matcher}`, encodeCrashReplay(replay), io);
}

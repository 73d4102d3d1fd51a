import type { PoolReplay } from "../../../venues/chain/lab/invariants/pool-replay.ts";
import { writeReplayText } from "../replay/write-replay-text.ts";
import { encodePoolReplay, type PoolReplayFile } from "./pool-replay-file.ts";

/**
 * Leaves a file that does to a pool once more what broke a rule of it.
 *
 * @param write instead of writing to the disk
 * @returns how to replay, or why there is nothing to replay; never fails, so that the assertion's own message is heard
 */
export async function leavePoolReplay(
  pool: string,
  matcher: PoolReplayFile["matcher"],
  replay: PoolReplay,
  write: typeof writeReplayText = writeReplayText,
): Promise<string> {
  try {
    const file = await write(`${pool}-${replay.rule}-${matcher}`, encodePoolReplay({ matcher, pool, replay }));
    return `Replay: npx hardhat crash replay ${file}`;
  } catch (error) {
    return `No replay was written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

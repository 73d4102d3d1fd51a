import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { errorResult, successfulResult } from "hardhat/utils/result";
import { resultFiles } from "../report/result-files.ts";
import { writeResults } from "../report/write-results.ts";
import { checkOutput } from "./check-output.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { fail } from "./fail.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { leaveMevRun } from "./leave-mev-run.ts";
import { print } from "./print.ts";
import { progressBar } from "./progress.ts";
import type { MatchedRun } from "./matchers/claim.ts";
import { describeCrashReplay } from "./matchers/replay/describe-crash-replay.ts";
import { parseCrashReplay } from "./matchers/replay/parse-crash-replay.ts";
import type { PoolResolver } from "./matchers/replay/pool-resolver.ts";
import { runCrashReplay } from "./matchers/replay/run-crash-replay.ts";

/** What a replay of a run is told. */
export interface ReplayRunOptions {
  /** Its name, and what is in it. */
  readonly file: string;
  readonly content: object;
  /** Folder for the run's report; null for none. */
  readonly out: string | null;
  readonly resolvePool: PoolResolver;
}

/**
 * Makes the run of a replay file again, says whether the assertion still fails, and writes the run's report where it is asked for; exit code 1 when it fails.
 */
export async function replayRun(options: ReplayRunOptions, hre: HardhatRuntimeEnvironment): Promise<Result<undefined, undefined>> {
  const interrupt = listenForInterrupt();
  const { signal } = interrupt;
  try {
    const { file, content, out, resolvePool } = options;
    const replay = parseCrashReplay(file, content);
    if (out !== null) await checkOutput(out);
    if (replay.engine === "chain") await ensureBuilt(hre);
    const progress = progressBar(replay.scenario.name, process.stderr, true);
    const tools = { resolvePool, network: hre.network, onBlock: progress.onBlock, signal };
    const replayed = await runCrashReplay(file, replay, tools).finally(progress.stop);
    const { run } = replayed.judgement;
    if (out !== null && run !== null) await leaveReport(run, out, signal);
    const report = out === null ? "" : run === null ? "There is no report of a run that did not end.\n" : `Report: ${out}/index.html\n`;
    await print(describeCrashReplay(replay, replayed) + report);
    return replayed.fails ? errorResult<undefined>() : successfulResult();
  } catch (error) {
    return fail(signal.aborted ? signal.reason : error);
  } finally {
    interrupt.stop();
  }
}

async function leaveReport({ crash, mev }: MatchedRun, out: string, signal: AbortSignal): Promise<void> {
  if (mev === null) await writeResults(out, resultFiles(crash), { signal });
  else await leaveMevRun({ crash, mev }, out, { json: false, quiet: true }, signal);
}

import { readFile, stat } from "node:fs/promises";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { errorResult, successfulResult } from "hardhat/utils/result";
import { InputError } from "../../core/errors.ts";
import { openOperationChain } from "../../venues/chain/operation-chain.ts";
import { firstDifference } from "../../venues/first-difference.ts";
import { runOnTwin } from "../../venues/twin/run-sequence.ts";
import { given } from "../arguments.ts";
import { describeReplay } from "../describe-replay.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { fail } from "../fail.ts";
import { isCrashReplay } from "../matchers/replay/is-crash-replay.ts";
import { isPoolReplay } from "../matchers/pool/pool-replay-file.ts";
import { parseReplayJson } from "../parse-replay-json.ts";
import { poolNamed } from "../pool-named.ts";
import { print } from "../print.ts";
import { REPLAY_DEFAULTS } from "../replay-arguments.ts";
import { parseReplay } from "../replay-file.ts";
import { replayPoolFile } from "../replay-pool-file.ts";
import { replayRun } from "../replay-run.ts";

/** Far above the longest sequence that is allowed. */
const LARGEST = 16 * 1024 * 1024;

/** What the task gets from Hardhat. */
interface ReplayArguments {
  readonly file: string;
  readonly out?: string;
}

/**
 * `npx hardhat crash replay FILE`: the run of a failed assertion, asserted again, with its report where `--out` asks for one; or the operations of a
 * differential test on the bytecode and on the twin. Exit code 1 when the assertion still fails, or the two differ.
 */
export default async function replay(
  { file, out: wanted = REPLAY_DEFAULTS.out }: ReplayArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<Result<undefined, undefined>> {
  try {
    const out = given("out", wanted, "a folder", { ...REPLAY_DEFAULTS, path: "", set: "" }) ?? null;
    const text = await readText(file);
    const content = parseReplayJson(file, text);
    if (isCrashReplay(content)) return await replayRun({ file, content, out, resolvePool: (name) => poolNamed(hre, name) }, hre);
    const sequence = isPoolReplay(content) ? null : parseReplay(file, text);
    if (out !== null)
      throw new InputError("REPLAY_WITHOUT_REPORT", "a sequence of operations has no report", {
        file,
        value: `--out ${out}`,
        allowed: "no --out",
      });
    if (sequence === null) return await replayPoolFile(file, content as object, hre);
    await ensureBuilt(hre);
    const chain = await openOperationChain(hre.network);
    const seen = await chain.run(sequence).finally(() => chain.close());
    const difference = firstDifference(sequence.operations, seen, runOnTwin(sequence));
    await print(describeReplay(sequence, difference));
    return difference === null ? successfulResult() : errorResult<undefined>();
  } catch (error) {
    return fail(error);
  }
}

async function readText(file: string): Promise<string> {
  const allowed = "a replay file, as a failed assertion or the differential test writes it";
  if (file.trim() === "") throw new InputError("REPLAY_MISSING", "no file is named", { value: file, allowed });
  try {
    const { size } = await stat(file);
    if (size > LARGEST)
      throw new InputError("REPLAY_TOO_LARGE", "the file is too large for a replay", { file, allowed: `at most ${LARGEST} bytes` });
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError("REPLAY_UNREADABLE", code === "ENOENT" ? "there is no such file" : message, { file, allowed });
  }
}

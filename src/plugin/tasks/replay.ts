import { readFile, stat } from "node:fs/promises";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Result } from "hardhat/types/utils";
import { errorResult, successfulResult } from "hardhat/utils/result";
import { InputError } from "../../core/errors.ts";
import { openOperationChain } from "../../venues/chain/operation-chain.ts";
import { firstDifference } from "../../venues/first-difference.ts";
import { runOnTwin } from "../../venues/twin/run-sequence.ts";
import { describeReplay } from "../describe-replay.ts";
import { ensureBuilt } from "../ensure-built.ts";
import { fail } from "../fail.ts";
import { print } from "../print.ts";
import { parseReplay } from "../replay-file.ts";

/** Far above the longest sequence that is allowed. */
const LARGEST = 16 * 1024 * 1024;

/** `npx hardhat crash replay FILE`: the same operations on the bytecode and on the twin; exit code 1 when they differ. */
export default async function replay(
  { file }: { readonly file: string },
  hre: HardhatRuntimeEnvironment,
): Promise<Result<undefined, undefined>> {
  try {
    const sequence = parseReplay(file, await readText(file));
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
  const allowed = "a replay file, as the differential test writes it";
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
